package org.passerelle.protect.sharing.news;

import java.util.List;
import java.util.UUID;
import org.passerelle.accounts.Addressees;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Page;
import org.passerelle.protect.sharing.referral.ReferralNews;
import org.springframework.stereotype.Component;

/** Texts of news, without information about the person. */
@Component
public class NewsWords implements ReferralNews {
  private final News news;
  private final Addressees organisations;
  private final FormDefinitions definitions;

  NewsWords(News news, Addressees organisations, FormDefinitions definitions) {
    this.news = news;
    this.organisations = organisations;
    this.definitions = definitions;
  }

  /** A sentence without a full stop. */
  public String of(UnseenChange one, Page page) {
    return page.text(
        "news." + one.kind(),
        organisations.name(one.other(), page.language()),
        definitions.lists().label("services", one.service(), page.language()),
        one.kind().equals("handover.step")
            ? page.text("handover.step." + one.detail().replaceAll("\\..*", ""))
            : "");
  }

  @Override
  public void mark(Act act) {
    act.with("news", news.marks(act.who()).subjects());
  }

  @Override
  public void show(UUID subject, Act act) {
    act.with("news", lines(news.seen(subject, act.who()), act));
  }

  @Override
  public void gone(Act act) {
    act.with("gone", lines(news.seenGone(act.who()), act));
  }

  private List<String> lines(List<UnseenChange> fresh, Act act) {
    return fresh.stream()
        .map(one -> act.page().moments().instant(one.at()) + " · " + of(one, act.page()))
        .toList();
  }
}
