package org.passerelle.protect.sharing.handover;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.determination.Determination;
import org.passerelle.protect.casework.determination.Determinations;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Prerequisites of each step. A child travels only after the risk was assessed and a panel found
 * the return to be in the child's best interests, and only while that finding holds; nobody travels
 * without consent or to a place that is not safe. What a step must contain is checked by {@link
 * StepContentRules}.
 */
@Component
class StepPrerequisites {
  /** Number of days before its due date from which a report may be given. */
  private static final int EARLY = 7;

  private final DuplicateHandOverCheck also;
  private final StepContentRules substance;
  private final Determinations determinations;
  private final Cases cases;

  StepPrerequisites(
      DuplicateHandOverCheck also,
      StepContentRules substance,
      Determinations determinations,
      Cases cases) {
    this.also = also;
    this.substance = substance;
    this.determinations = determinations;
    this.cases = cases;
  }

  /**
   * Checked before a hand-over is begun.
   *
   * @param onPurpose whether it is intended that another country also has the person
   * @throws Refused if another country already has the person and that is not intended
   */
  void beginning(UUID caseId, UUID organisation, UUID recipient, boolean onPurpose) {
    also.refuse(caseId, organisation, recipient, onPurpose);
  }

  /**
   * Checked before a side records a step of its own.
   *
   * @param stands latest record of each step
   * @throws Refused with a message on its field that says what is missing
   */
  void check(HandOver handOver, Map<Step, RecordedStep> stands, RecordedStep.Draft draft) {
    Step step = draft.step();
    if (step == Step.FOUND || !handOver.open()) {
      whereabouts(handOver, draft);
      return;
    }
    if (!step.isOf(handOver.sends()) || !step.concerns(handOver)) {
      throw new Refused("handover.refused.other-side");
    }
    if (!handOver.offers(step)) {
      throw new Refused("handover.refused.not-accepted");
    }
    substance.check(handOver, draft);
    if (draft.state().equals("not_needed")) {
      return;
    }
    planned(stands, draft);
    switch (step) {
      case BEST_INTERESTS -> {
        if (draft.state().equals("done")) {
          asFound(handOver, draft.details().result());
        }
      }
      case TRAVEL -> {
        mayTravel(handOver, stands);
      }
      case DEPARTED -> {
        mayTravel(handOver, stands);
        needs(stands, Step.TRAVEL, "handover.refused.no-travel");
        needs(stands, Step.RECEPTION, "handover.refused.no-reception");
      }
      case ARRIVED -> {
        if (handOver.returns()) {
          needsDone(stands, Step.DEPARTED, "handover.refused.not-departed");
        }
      }
      case NOT_ARRIVED -> {
        needsDone(stands, Step.DEPARTED, "handover.refused.not-departed");
        if (isDone(stands, Step.ARRIVED)) {
          throw new Refused("handover.refused.arrived");
        }
      }
      default -> {
        if (step.isReport() && draft.state().equals("done")) {
          report(stands, draft);
        }
      }
    }
  }

  /** A person who set out is not planned to arrive so late that nobody would miss them. */
  private static void planned(Map<Step, RecordedStep> stands, RecordedStep.Draft draft) {
    boolean plan =
        draft.state().equals("planned")
            && (draft.step() == Step.TRAVEL || draft.step() == Step.ARRIVED);
    RecordedStep departed = stands.get(Step.DEPARTED);
    if (!plan || departed == null || !isDone(stands, Step.DEPARTED)) {
      return;
    }
    LocalDate since = departed.on();
    LocalDate on = draft.on();
    if (since != null && on != null && Journey.isTooLong(since, on)) {
      throw new Refused("handover.refused.arrival-late").at("on");
    }
  }

  /** Once a hand-over is over, only the fact of where the person is is shared. */
  private void whereabouts(HandOver handOver, RecordedStep.Draft draft) {
    boolean found = draft.step() == Step.FOUND;
    if (!handOver.offers(draft.step())) {
      throw new Refused(found ? "handover.refused.not-missing" : "handover.refused.over");
    }
    if (!draft.state().equals("done")) {
      throw new Refused(found ? "handover.refused.not-found" : "handover.refused.over").at("state");
    }
    substance.check(handOver, draft);
    if (!handOver.open() && !draft.details().words().isBlank()) {
      throw new Refused("handover.refused.found-words").at("words");
    }
  }

  /**
   * Checks the contact that the sender may call.
   *
   * @throws Refused on its field if it names a shelter
   */
  void noShelter(HandOver handOver, String text, String field) {
    substance.noShelter(handOver, text, field);
  }

  /** A report on three months can only be given after three months. */
  private static void report(Map<Step, RecordedStep> stands, RecordedStep.Draft draft) {
    needsDone(stands, Step.ARRIVED, "handover.refused.not-arrived");
    if (isEarly(stands, draft)) {
      throw new Refused("handover.refused.report-early").at("on");
    }
  }

  /** Whether it is a report on a time after the arrival that is not over yet. */
  static boolean isEarly(Map<Step, RecordedStep> stands, RecordedStep.Draft draft) {
    RecordedStep arrived = stands.get(Step.ARRIVED);
    LocalDate since = arrived == null ? null : arrived.on();
    LocalDate on = draft.on();
    return draft.step().isReport()
        && draft.state().equals("done")
        && since != null
        && on != null
        && on.isBefore(since.plusMonths(draft.step().months()).minusDays(EARLY));
  }

  /**
   * Checked before a hand-over is closed.
   *
   * @param stands latest record of each step
   * @throws Refused while the person is missing or on the way, since nobody could say afterwards
   *     that they are there; or if the outcome is a durable solution that cannot have been
   *     determined
   */
  void closing(HandOver handOver, Map<Step, RecordedStep> stands, String outcome) {
    if (handOver.lost()) {
      throw new Refused("handover.refused.closing-missing").at("outcome");
    }
    if (handOver.underWay()) {
      throw new Refused("handover.refused.closing-on-the-way").at("outcome");
    }
    outcome(handOver, stands, outcome);
  }

  /**
   * Whether an outcome is possible after what was recorded; also checked when the other side
   * reports it.
   *
   * @throws Refused if it is a durable solution for somebody who has not arrived, or for a child
   *     for whom it was not determined
   */
  static void outcome(HandOver handOver, Map<Step, RecordedStep> stands, String outcome) {
    if (!"durable_solution".equals(outcome) || !handOver.returns()) {
      return;
    }
    if (!isDone(stands, Step.ARRIVED)) {
      throw new Refused("handover.refused.solution-not-arrived").at("outcome");
    }
    RecordedStep best = stands.get(Step.BEST_INTERESTS);
    if (handOver.minor() && (best == null || !best.found("in_favour"))) {
      throw new Refused("handover.refused.solution-against").at("outcome");
    }
  }

  /** The result sent to the other side must equal the panel's determination. */
  private void asFound(HandOver handOver, String result) {
    Determination found =
        determination(handOver)
            .orElseThrow(() -> new Refused("handover.refused.no-determination").at("result"));
    if (!found.result().equals(result)) {
      throw new Refused("handover.refused.other-result").at("result");
    }
  }

  private Optional<Determination> determination(HandOver handOver) {
    UUID file = handOver.caseId();
    return file == null
        ? Optional.empty()
        : determinations.found(cases.forHouse(file), "repatriation");
  }

  private void mayTravel(HandOver handOver, Map<Step, RecordedStep> stands) {
    if (!handOver.accepted()) {
      throw new Refused("handover.refused.not-accepted-there");
    }
    RecordedStep risk = stands.get(Step.RISK);
    if (risk == null || !risk.state().equals("done")) {
      throw new Refused("handover.refused.no-risk");
    }
    if (!risk.found("safe", "conditions")) {
      throw new Refused("handover.refused.unsafe");
    }
    if (handOver.minor()) {
      RecordedStep best = stands.get(Step.BEST_INTERESTS);
      if (best == null || !best.state().equals("done")) {
        throw new Refused("handover.refused.no-best-interests");
      }
      if (!best.found("in_favour")) {
        throw new Refused("handover.refused.against-child");
      }
      // a later panel may have decided otherwise
      if (determination(handOver).filter(Determination::inFavour).isEmpty()) {
        throw new Refused("handover.refused.no-determination");
      }
    }
    needsDone(stands, Step.RETURN_CONSENT, "handover.refused.no-consent");
  }

  private static void needsDone(Map<Step, RecordedStep> stands, Step step, String sentence) {
    if (!isDone(stands, step)) {
      throw new Refused(sentence);
    }
  }

  private static boolean isDone(Map<Step, RecordedStep> stands, Step step) {
    RecordedStep recordedStep = stands.get(step);
    return recordedStep != null && recordedStep.state().equals("done");
  }

  private static void needs(Map<Step, RecordedStep> stands, Step step, String sentence) {
    RecordedStep recordedStep = stands.get(step);
    if (recordedStep == null || !Set.of("planned", "done").contains(recordedStep.state())) {
      throw new Refused(sentence);
    }
  }
}
