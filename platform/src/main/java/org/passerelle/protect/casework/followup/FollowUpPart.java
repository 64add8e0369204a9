package org.passerelle.protect.casework.followup;

import java.util.List;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseNotice;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.protect.casework.cases.CaseStanding;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Shows follow-ups as a part of a case, in its summary sentence, and in a notice if there is
 * danger.
 */
@Configuration
class FollowUpPart {
  @Bean
  CasePart partOfFollowUps(FollowUps followUps) {
    return new CasePart(CaseSide.CARE, 50, "followup.part", "follow-ups", followUps::count);
  }

  /** The next follow-up; its absence is mentioned once the case is closed. */
  @Bean
  CaseStanding standingOfFollowUps(FollowUps followUps) {
    return (file, who, page) ->
        followUps
            .next(file.id(), who)
            .map(next -> CaseStanding.Standing.of(clause(next, page), null))
            .orElseGet(
                () ->
                    file.open()
                        ? CaseStanding.Standing.NONE
                        : CaseStanding.Standing.missing(
                            CaseStanding.Missing.of(
                                90, "lacks.follow-up", "follow-ups/new", page)));
  }

  private static CaseStanding.Clause clause(FollowUp next, Page page) {
    String urgency = page.moments().urgency(page.moments().due(next.due()));
    return new CaseStanding.Clause(
        40,
        page.text(
            "stands.follow-up." + next.way(),
            page.moments().deadline(page.moments().due(next.due()))),
        urgency.equals("calm") ? "" : urgency,
        "follow-ups");
  }

  /** Signs of exploitation that nobody has acknowledged yet. */
  @Bean
  CaseNotice noticeOfFollowUps(FollowUps followUps) {
    return (file, who, page) ->
        followUps.of(file.id(), who).stream()
            .filter(one -> !one.concern().isEmpty() && !one.seen())
            .findFirst()
            .map(one -> notice(file, one, page));
  }

  private static CaseNotice.Note notice(Case file, FollowUp one, Page page) {
    return new CaseNotice.Note(
        one.concern().equals("signs") ? "danger" : "warn",
        "alert",
        page.text("followup.concern." + one.concern()),
        page.text("followup.concern." + one.concern() + ".what"),
        "/protect/cases/" + file.id() + "/follow-ups/" + one.id() + "/seen",
        page.text("followup.seen"));
  }

  /** Follow-ups are deleted with the case by a foreign key. */
  @Component
  static class FollowUpHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return Table.each(Kind.ERASED, "goes with the case", "follow_up");
    }

    @Override
    public void move(Moved moved) {
      moved.rows(
          "update follow_up set organisation = :to where case_id = any(cast(:ids as uuid array))",
          moved.whole().cases());
      // who does what is planned
      moved.rows(
          """
          update follow_up set assigned = :lead
           where case_id = any(cast(:ids as uuid array)) and ended_at is null
          """,
          moved.whole().cases());
    }
  }
}
