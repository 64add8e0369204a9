package org.passerelle.protect.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.determination.Determination;
import org.passerelle.protect.determination.Determinations;
import org.passerelle.protect.placement.place.ShelterNames;
import org.springframework.stereotype.Component;

/**
 * What must have been done before a step. No child travels before the risk was assessed and a panel
 * has found the return to be in their best interests, and still does on the day; nobody travels who
 * does not agree, and nobody to where it is not safe; a meeting point is never a shelter.
 */
@Component
class Gates {
  private final ShelterNames shelters;
  private final Determinations determinations;
  private final Cases cases;
  private final Clock clock;

  Gates(ShelterNames shelters, Determinations determinations, Cases cases, Clock clock) {
    this.shelters = shelters;
    this.determinations = determinations;
    this.cases = cases;
    this.clock = clock;
  }

  /**
   * Asked before a step is recorded by its own side.
   *
   * @param stands the newest of each step
   * @throws Refused with the sentence that says what is missing, on its field
   */
  void check(HandOver handOver, Map<Step, Taken> stands, Taken.Draft draft) {
    Step step = draft.step();
    if (!handOver.open()) {
      throw new Refused("crossborder.refused.over");
    }
    if (!step.isOf(handOver.sends()) || !step.concerns(handOver)) {
      throw new Refused("crossborder.refused.other-side");
    }
    if (!handOver.offers(step)) {
      throw new Refused("crossborder.refused.not-accepted");
    }
    if (draft.state().equals("not_needed")) {
      return;
    }
    day(draft);
    result(draft);
    switch (step) {
      case BEST_INTERESTS -> {
        if (draft.state().equals("done")) {
          asFound(handOver, draft.details().result());
        }
      }
      case TRAVEL -> {
        travel(handOver, draft.details());
        mayTravel(handOver, stands);
      }
      case DEPARTED -> {
        mayTravel(handOver, stands);
        needs(stands, Step.TRAVEL, "crossborder.refused.no-travel");
        needs(stands, Step.RECEPTION, "crossborder.refused.no-reception");
      }
      case ARRIVED -> {
        if (handOver.returns()) {
          needsDone(stands, Step.DEPARTED, "crossborder.refused.not-departed");
        }
      }
      default -> {
        if (step.isReport() && draft.state().equals("done")) {
          needsDone(stands, Step.ARRIVED, "crossborder.refused.not-arrived");
        }
      }
    }
  }

  private void day(Taken.Draft draft) {
    LocalDate on = draft.on();
    if (on == null) {
      throw new Refused("form.error.required").at("on");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    // somebody's today may be tomorrow here
    if (draft.state().equals("done") && on.isAfter(today.plusDays(1))) {
      throw new Refused("form.error.future").at("on");
    }
  }

  private static void result(Taken.Draft draft) {
    boolean done = draft.state().equals("done");
    Step step = draft.step();
    if (done
        && (step.asks(Step.Asks.RISK) || step.asks(Step.Asks.BEST_INTERESTS))
        && draft.details().result().isEmpty()) {
      throw new Refused("form.error.required").at("result");
    }
    if (done
        && step.asks(Step.Asks.AUTHORITY)
        && step == Step.BEST_INTERESTS
        && draft.details().authority().isEmpty()) {
      throw new Refused("crossborder.refused.no-authority").at("authority");
    }
  }

  private void travel(HandOver handOver, Taken.Details details) {
    if (details.meeting().isEmpty()) {
      throw new Refused("form.error.required").at("meeting");
    }
    if (details.place().isEmpty()) {
      throw new Refused("form.error.required").at("place");
    }
    if (details.escort().isEmpty()) {
      throw new Refused("form.error.required").at("escort");
    }
    if (handOver.minor() && details.escort().equals("alone")) {
      throw new Refused("crossborder.refused.alone").at("escort");
    }
    if (shelters.isNamedIn(details.place(), handOver.organisation())) {
      throw new Refused("crossborder.refused.shelter").at("place");
    }
  }

  /** What is told the other side is what the panel found. */
  private void asFound(HandOver handOver, String result) {
    Determination found =
        determination(handOver)
            .orElseThrow(() -> new Refused("crossborder.refused.no-determination").at("result"));
    if (!found.result().equals(result)) {
      throw new Refused("crossborder.refused.other-result").at("result");
    }
  }

  private Optional<Determination> determination(HandOver handOver) {
    UUID file = handOver.caseId();
    return file == null
        ? Optional.empty()
        : determinations.found(cases.forHouse(file), "repatriation");
  }

  private void mayTravel(HandOver handOver, Map<Step, Taken> stands) {
    if (!handOver.accepted()) {
      throw new Refused("crossborder.refused.not-accepted-there");
    }
    Taken risk = stands.get(Step.RISK);
    if (risk == null || !risk.state().equals("done")) {
      throw new Refused("crossborder.refused.no-risk");
    }
    if (!risk.found("safe", "conditions")) {
      throw new Refused("crossborder.refused.unsafe");
    }
    if (handOver.minor()) {
      Taken best = stands.get(Step.BEST_INTERESTS);
      if (best == null || !best.state().equals("done")) {
        throw new Refused("crossborder.refused.no-best-interests");
      }
      if (!best.found("in_favour")) {
        throw new Refused("crossborder.refused.against-child");
      }
      // another panel may have found otherwise since
      if (determination(handOver).filter(Determination::inFavour).isEmpty()) {
        throw new Refused("crossborder.refused.no-determination");
      }
    }
    needsDone(stands, Step.RETURN_CONSENT, "crossborder.refused.no-consent");
  }

  private static void needsDone(Map<Step, Taken> stands, Step step, String sentence) {
    Taken taken = stands.get(step);
    if (taken == null || !taken.state().equals("done")) {
      throw new Refused(sentence);
    }
  }

  private static void needs(Map<Step, Taken> stands, Step step, String sentence) {
    Taken taken = stands.get(step);
    if (taken == null || !Set.of("planned", "done").contains(taken.state())) {
      throw new Refused(sentence);
    }
  }
}
