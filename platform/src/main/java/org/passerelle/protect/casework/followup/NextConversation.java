package org.passerelle.protect.casework.followup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.passerelle.forms.Answer;
import org.passerelle.forms.FormComparison;
import org.passerelle.forms.FormReliance;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.intake.CaseFormHandedIn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Plans the next conversation named in an intake for the lead of the case, so that it becomes due
 * without being entered twice. If the date has passed when the form arrives, it is planned for
 * today. An intake that says within how many days something must be done plans one for the last of
 * them, unless one is planned for a day before it that is still to come.
 */
@Component
class NextConversation implements FormReliance {
  private static final String QUESTION = "seen_again";
  private static final String HOW_SOON = "urgency";
  private static final Map<String, Integer> DAYS = Map.of("days", 3, "week", 7, "month", 30);
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
    Instant now = clock.instant();
    LocalDate today = Days.newest(now);
    told.answers()
        .of(QUESTION)
        .map(Answer::content)
        .filter(Answer.Day.class::isInstance)
        .map(content -> ((Answer.Day) content).day())
        .map(day -> Days.over(day, now) ? today : day)
        .filter(day -> planned(told, today).noneMatch(day::equals))
        .ifPresent(day -> plan(told, day, today));
    told.answers().codes(HOW_SOON).stream()
        .map(DAYS::get)
        .filter(Objects::nonNull)
        .map(today::plusDays)
        .filter(last -> planned(told, today).allMatch(last::isBefore))
        .forEach(last -> plan(told, last, today));
  }

  /** Days still to come: a visit that is overdue does not replace a new one. */
  private Stream<LocalDate> planned(CaseFormHandedIn told, LocalDate today) {
    return rows.ofCase(told.caseId()).stream()
        .filter(FollowUp::planned)
        .map(FollowUp::due)
        .filter(due -> !due.isBefore(today));
  }

  private void plan(CaseFormHandedIn told, LocalDate due, LocalDate today) {
    Case file = cases.find(told.caseId(), told.who());
    followUps.plan(
        file,
        new FollowUp.Draft("other", "visit", due, file.lead(), ""),
        today,
        List.of(),
        told.who());
  }

  @Override
  public String key() {
    return "formimport.part.follow-up";
  }

  @Override
  public boolean relies(FormComparison.Difference difference) {
    return QUESTION.equals(difference.question()) || HOW_SOON.equals(difference.question());
  }
}
