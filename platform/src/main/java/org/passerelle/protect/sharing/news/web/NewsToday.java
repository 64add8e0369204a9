package org.passerelle.protect.sharing.news.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.casework.urgency.DangerSigns;
import org.passerelle.protect.sharing.news.News;
import org.passerelle.protect.sharing.news.NewsWords;
import org.passerelle.protect.sharing.news.UnseenChange;
import org.springframework.stereotype.Component;

/** Today page: acts of other organisations on the reader's referrals, until they have seen them. */
@Component
class NewsToday implements Today {
  private static final int SHOWN = 30;
  private final News news;
  private final NewsWords words;
  private final DangerSigns signs;

  NewsToday(News news, NewsWords words, DangerSigns signs) {
    this.signs = signs;
    this.news = news;
    this.words = words;
  }

  private static List<String> signs(UnseenChange one, Map<UUID, List<String>> known) {
    UUID caseId = one.caseId();
    return caseId == null ? List.of() : known.getOrDefault(caseId, List.of());
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    List<UnseenChange> fresh = news.unseen(who, SHOWN);
    Map<UUID, List<String>> known =
        signs.of(
            fresh.stream().map(UnseenChange::caseId).filter(Objects::nonNull).distinct().toList(),
            who,
            page.texts());
    return fresh.stream()
        .map(
            one ->
                Item.news(
                    one.at(),
                    words.of(one, page),
                    DangerSigns.beside(one.code(), signs(one, known)),
                    one.path(),
                    page.text("home.see")))
        .toList();
  }
}
