package org.passerelle.protect.casework.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Answer;
import org.passerelle.forms.answers.Answers;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.CaseStates;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.protect.casework.intake.CaseFormHandedIn;
import org.passerelle.protect.casework.placement.stay.StayEnded;
import org.passerelle.protect.casework.solution.DurableSolutionDecided;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Consequences of a reported follow-up: the next one is planned, those responsible are told of
 * danger, and signs of exploitation reopen a closed case. A completed service or kept booking is
 * followed by a call; planned follow-ups pass to a new lead.
 */
@Component
class FollowUpConsequences {
  private static final String RETURN = "return";
  private final FollowUps followUps;
  private final FollowUpRows rows;
  private final FollowUpOccasions occasions;
  private final Cases cases;
  private final CaseStates states;
  private final CaseRecord records;
  private final CaseJournal journal;
  private final Clock clock;

  FollowUpConsequences(
      FollowUps followUps,
      FollowUpRows rows,
      FollowUpOccasions occasions,
      Cases cases,
      CaseStates states,
      CaseRecord records,
      CaseJournal journal,
      Clock clock) {
    this.followUps = followUps;
    this.rows = rows;
    this.occasions = occasions;
    this.cases = cases;
    this.states = states;
    this.records = records;
    this.journal = journal;
    this.clock = clock;
  }

  @EventListener
  void on(CaseFormHandedIn told) {
    Optional<FollowUp> planned =
        rows.ofCase(told.caseId()).stream()
            .filter(one -> told.form().equals(one.form()) && one.planned())
            .findFirst();
    Optional<FollowUp> held =
        planned.isPresent() || !tellsOfDanger(told.answers())
            ? planned.flatMap(one -> rows.hold(one.caseId(), one.id()))
            : Optional.of(unplanned(told));
    held.filter(FollowUp::planned).ifPresent(one -> told(one, told.answers(), told.who()));
  }

  /** A follow-up form with signs of danger counts wherever it was begun. */
  private static boolean tellsOfDanger(Answers answers) {
    return !answers.codes("contact_kind").isEmpty() && !Signs.of(answers).isEmpty();
  }

  private FollowUp unplanned(CaseFormHandedIn told) {
    UUID id =
        followUps.plan(
            cases.find(told.caseId(), told.who()),
            new FollowUp.Draft("other", "call", today(), told.who().user(), ""),
            today(),
            List.of(),
            told.who());
    rows.begin(id, told.form());
    return rows.hold(told.caseId(), id).orElseThrow();
  }

  private void told(FollowUp one, Answers answers, SignedIn who) {
    String concern = Signs.of(answers);
    boolean inVain = Signs.inVain(answers);
    if (inVain && !concern.equals("signs")) {
      // only a failed attempt was reported: the form stays in the case, and the visit remains
      // planned
      rows.begin(one.id(), null);
      followUps.inVain(one, "", !concern.isEmpty(), who);
      return;
    }
    rows.end(one.id(), "done", concern);
    records.write(
        one.caseId(),
        "follow-up.done",
        one.reason(),
        one.id(),
        concern.isEmpty() ? Map.of() : Map.of("concern", concern),
        who);
    Case file = cases.find(one.caseId(), who);
    if (concern.equals("signs")) {
      records.write(one.caseId(), "follow-up.signs", "", one.id(), Map.of(), who);
      if (!file.open()) {
        states.reopen(one.caseId(), who);
      }
    }
    if (inVain) {
      followUps.plan(file, draft(one, FollowUps.again(today())), one.since(), List.of(), who);
    } else if (!Signs.ends(answers)) {
      day(answers)
          .or(() -> Pace.next(one.reason(), one.since(), today()))
          .ifPresent(due -> followUps.plan(file, draft(one, due), one.since(), List.of(), who));
    }
  }

  private static FollowUp.Draft draft(FollowUp one, LocalDate due) {
    return new FollowUp.Draft(one.reason(), one.way(), due, one.assigned(), one.words().agreed());
  }

  private static Optional<LocalDate> day(Answers answers) {
    return answers
        .of("next_review")
        .map(Answer::content)
        .filter(Answer.Day.class::isInstance)
        .map(content -> ((Answer.Day) content).day());
  }

  @EventListener
  void on(CaseJournal.Happened happened) {
    UUID next = happened.subject();
    if (happened.kind().equals("reassignment.made") && next != null) {
      occasions
          .lastLead(happened.caseId())
          .ifPresent(last -> rows.goAlong(happened.caseId(), last, next));
    } else if (happened.kind().equals("referral.done")
        || (happened.kind().equals(CaseTasks.DONE) && next != null && occasions.isService(next))) {
      afterService(happened);
    } else if (happened.code().equals("arrived.done") && next != null) {
      returned(happened.caseId(), occasions.arrived(next).orElse(today()));
    }
  }

  /** A person who leaves a safe place for their family or another country is visited there soon. */
  @EventListener
  void on(StayEnded over) {
    if (over.stay().arrived() && List.of("family", "other_country").contains(over.how())) {
      returned(over.stay().caseId(), today());
    }
  }

  /**
   * The person has arrived: visits count from that day, the first within a week, or at once if that
   * week has passed before the arrival was recorded.
   */
  private void returned(UUID caseId, LocalDate day) {
    LocalDate today = today();
    LocalDate first = day.plusDays(Pace.FIRST_WEEK);
    LocalDate due = first.isBefore(today) ? today : first;
    if (!rows.countFrom(caseId, RETURN, day, due)) {
      byHouse(caseId, RETURN, day, due);
    }
  }

  /** After a service, asks two weeks later whether it helped, once for all services. */
  private void afterService(CaseJournal.Happened happened) {
    boolean planned =
        rows.ofCase(happened.caseId()).stream()
            .anyMatch(one -> one.planned() && one.reason().equals("service"));
    if (!planned) {
      byHouse(happened.caseId(), "service", "call", today());
    }
  }

  /**
   * A person who stays permanently is visited within a month. For one who is to return, visits
   * count from the arrival; until that is reported, the journey is asked about after a month.
   */
  @EventListener
  void on(DurableSolutionDecided decided) {
    if (decided.kind().equals("integration")) {
      byHouse(decided.caseId(), "solution", "visit", decided.day());
    } else {
      byHouse(decided.caseId(), RETURN, decided.day(), decided.day().plusMonths(1));
    }
  }

  private void byHouse(UUID caseId, String reason, String way, LocalDate since) {
    Pace.next(reason, since, today())
        .ifPresent(due -> planned(caseId, reason, rows.byHouse(caseId, reason, way, since, due)));
  }

  private void byHouse(UUID caseId, String reason, LocalDate since, LocalDate due) {
    planned(caseId, reason, rows.byHouse(caseId, reason, "visit", since, due));
  }

  private void planned(UUID caseId, String reason, UUID id) {
    journal.addByHouse(caseId, "follow-up.planned", reason, id);
  }

  private LocalDate today() {
    return Days.newest(clock.instant());
  }
}
