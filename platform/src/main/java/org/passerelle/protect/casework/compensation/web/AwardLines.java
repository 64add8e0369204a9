package org.passerelle.protect.casework.compensation.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.pages.Act;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.compensation.AwardNews;
import org.passerelle.protect.casework.compensation.ReportedAwards;
import org.springframework.stereotype.Component;

/** What courts ordered, as the team of a case reads it; reading it marks it as seen. */
@Component
public class AwardLines {
  private final ReportedAwards awards;
  private final AwardNews news;
  private final Organisations organisations;

  AwardLines(ReportedAwards awards, AwardNews news, Organisations organisations) {
    this.awards = awards;
    this.news = news;
    this.organisations = organisations;
  }

  /**
   * An award with the name of the office that told it.
   *
   * @param said amount and how it stands
   */
  public record Line(ReportedAwards.Award award, String reporter, String said) {}

  List<Line> of(UUID caseId, Act act) {
    List<Line> lines =
        awards.of(caseId, act.who()).stream().map(one -> line(one, act.page())).toList();
    news.seen(caseId, act.who());
    return lines;
  }

  private Line line(ReportedAwards.Award one, Page page) {
    String office = organisations.find(one.reporter()).map(found -> name(found, page)).orElse("");
    return new Line(
        one,
        office,
        page.text(
            "compensation.ordered." + one.standing(),
            Money.of(one.amount(), one.currency(), page),
            page.moments().date(one.on()),
            one.executed().signum(),
            Money.of(one.executed(), one.currency(), page)));
  }

  private static String name(Organisation organisation, Page page) {
    return organisation.name().in(page.language());
  }
}
