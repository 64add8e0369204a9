package org.passerelle.protect.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormComparison;
import org.passerelle.forms.FormReliance;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.intake.CaseFormHandedIn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Plans the next conversation named in an intake for the lead of the case, so that it becomes due
 * without being entered twice. If the date has passed when the form arrives, it is planned for
 * today.
 */
@Component
class NextConversation implements FormReliance {
  private static final String QUESTION = "seen_again";
  private final FollowUps followUps;
  private final FollowUpRows rows;
  private final Cases cases;
  private final Clock clock;

  NextConversation(FollowUps followUps, FollowUpRows rows, Cases cases, Clock clock) {
    this.followUps = followUps;
    this.rows = rows;
    this.cases = cases;
    this.clock = clock;
  }

  @EventListener
  void on(CaseFormHandedIn told) {
    told.answers()
        .of(QUESTION)
        .map(Answer::content)
        .filter(Answer.Day.class::isInstance)
        .map(content -> ((Answer.Day) content).day())
        .ifPresent(day -> plan(told, day));
  }

  private void plan(CaseFormHandedIn told, LocalDate day) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate due = day.isBefore(today) ? today : day;
    if (rows.ofCase(told.caseId()).stream().noneMatch(one -> planned(one, due))) {
      Case file = cases.find(told.caseId(), told.who());
      UUID lead = file.lead();
      followUps.plan(
          file, new FollowUp.Draft("other", "visit", due, lead, ""), today, List.of(), told.who());
    }
  }

  private static boolean planned(FollowUp one, LocalDate due) {
    return one.planned() && one.due().equals(due);
  }

  @Override
  public String key() {
    return "formimport.part.follow-up";
  }

  @Override
  public boolean relies(FormComparison.Difference difference) {
    return QUESTION.equals(difference.question());
  }
}
