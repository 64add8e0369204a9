package org.passerelle.protect.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Answer;
import org.passerelle.forms.Answers;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.protect.cases.CaseRecord;
import org.passerelle.protect.cases.CaseStates;
import org.passerelle.protect.cases.CaseTasks;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.intake.CaseFormHandedIn;
import org.passerelle.protect.placement.stay.StayOver;
import org.passerelle.protect.solution.DurableSolutionDecided;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What follows when a follow-up was told: the next one is planned, whoever answers for the case
 * learns of danger, and a closed case is opened again where there are signs of exploitation. A
 * service that was given, or that the team booked and kept, is followed by a call; what is planned
 * goes along with the case.
 */
@Component
class ToldFollowUps {
  private static final String RETURN = "return";
  private final FollowUps followUps;
  private final FollowUpRows rows;
  private final Occasions occasions;
  private final Cases cases;
  private final CaseStates states;
  private final CaseRecord records;
  private final CaseJournal journal;
  private final Clock clock;

  ToldFollowUps(
      FollowUps followUps,
      FollowUpRows rows,
      Occasions occasions,
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

  /** A form of follow-up that says so counts wherever it was begun. */
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
      // told, but of an attempt only: the form stays in the case, the visit is still to be made
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
    if (happened.kind().equals("handover.made") && next != null) {
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

  /** Whoever leaves a safe place for their family or another country is seen there soon. */
  @EventListener
  void on(StayOver over) {
    if (over.stay().arrived() && List.of("family", "other_country").contains(over.how())) {
      returned(over.stay().caseId(), today());
    }
  }

  /**
   * They are there: visits count from that day, the first within a week of it, and at once where
   * that week has passed before anybody said so.
   */
  private void returned(UUID caseId, LocalDate day) {
    LocalDate today = today();
    LocalDate first = day.plusDays(Pace.FIRST_WEEK);
    LocalDate due = first.isBefore(today) ? today : first;
    if (!rows.countFrom(caseId, RETURN, day, due)) {
      byHouse(caseId, RETURN, day, due);
    }
  }

  /** A service was given: whether it helped is asked two weeks later, once for all services. */
  private void afterService(CaseJournal.Happened happened) {
    boolean planned =
        rows.ofCase(happened.caseId()).stream()
            .anyMatch(one -> one.planned() && one.reason().equals("service"));
    if (!planned) {
      byHouse(happened.caseId(), "service", "call", today());
    }
  }

  /**
   * Whoever stays for good is visited within a month. Whoever is to return is so from the day of
   * arrival on; until somebody says that they have arrived, what became of the journey is asked
   * after a month.
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
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
