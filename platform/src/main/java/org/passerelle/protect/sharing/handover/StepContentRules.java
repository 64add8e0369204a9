package org.passerelle.protect.sharing.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.language.Days;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.protect.casework.placement.place.ShelterNames;
import org.passerelle.protect.casework.placement.place.StreetAddress;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Content checks of a step: a plausible date, a result with conditions where it has any, a consent
 * with its giver, witness and language, a meeting with its time. No field that is sent may name a
 * shelter, and the description of a meeting may not contain an address.
 */
@Component
class StepContentRules {
  /** Earliest plausible date of a record. */
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  /** Steps that describe a meeting. */
  private static final Set<Step> ON_THE_WAY =
      Set.of(
          Step.RECEPTION, Step.TRAVEL, Step.DEPARTED, Step.ARRIVED, Step.NOT_ARRIVED, Step.FOUND);

  /** Steps that cannot be dated before the hand-over began. */
  private static final Set<Step> SINCE_BEGUN =
      Set.of(Step.DEPARTED, Step.ARRIVED, Step.NOT_ARRIVED, Step.FOUND);

  private final ShelterNames shelters;
  private final Clock clock;

  StepContentRules(ShelterNames shelters, Clock clock) {
    this.shelters = shelters;
    this.clock = clock;
  }

  /**
   * Checked before a side records a step of its own.
   *
   * @throws Refused on the field that is missing or implausible
   */
  void check(HandOver handOver, RecordedStep.Draft draft) {
    noShelter(handOver, draft.details());
    noAddress(draft);
    if (draft.state().equals("not_needed")) {
      return;
    }
    day(handOver, draft);
    result(draft);
    consent(draft);
    if (draft.step() == Step.TRAVEL) {
      travel(handOver, draft.details());
    }
  }

  /**
   * Checks a step received from another node; a step that it could not record, or an implausible
   * date, is rejected.
   *
   * @param theirs the hand-over from the other side's point of view
   */
  void possible(HandOver theirs, RecordedStep.Draft draft) {
    // both sides may report at once that the person was found; the second report is kept as well
    boolean offered =
        draft.step() == Step.FOUND
            ? theirs.returns() && theirs.accepted()
            : theirs.offers(draft.step());
    if (theirs.open() && !offered) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "step");
    }
    try {
      if (draft.on() != null) {
        LocalDate on = notInFuture(draft);
        if (on.isBefore(EARLIEST)) {
          throw new Refused("handover.refused.day").at("on");
        }
      }
    } catch (Refused impossible) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "on");
    }
  }

  /** No field that is sent may name a shelter of either side. */
  private void noShelter(HandOver handOver, RecordedStep.Details details) {
    Map<String, String> texts =
        Map.of(
            "place", details.place(),
            "words", details.words(),
            "authority", details.authority(),
            "told", details.told());
    shelters.namedIn(texts, handOver.organisation(), handOver.other()).stream()
        .sorted()
        .findFirst()
        .ifPresent(
            field -> {
              throw new Refused("handover.refused.shelter").at(field);
            });
  }

  /** The meeting place and the description of the way may not contain an address. */
  private static void noAddress(RecordedStep.Draft draft) {
    if (ON_THE_WAY.contains(draft.step())) {
      noAddress(draft.details().place(), "place");
      noAddress(draft.details().words(), "words");
    }
  }

  private static void noAddress(String text, String field) {
    if (StreetAddress.isIn(text)) {
      throw new Refused("handover.refused.address").at(field);
    }
  }

  /**
   * The same check for a single text.
   *
   * @throws Refused on its field
   */
  void noShelter(HandOver handOver, String text, String field) {
    if (isShelterNamed(text, handOver.organisation(), handOver.other())) {
      throw new Refused("handover.refused.shelter").at(field);
    }
  }

  /** Whether a text names a shelter known to either side, or the code of any shelter. */
  boolean isShelterNamed(String text, UUID side, UUID other) {
    return shelters.isNamedIn(text, side, other);
  }

  private static void consent(RecordedStep.Draft draft) {
    if (draft.step().asks(Step.Asks.CONSENT) && draft.state().equals("done")) {
      RecordedStep.Details said = draft.details();
      required(said.giver(), "giver");
      required(said.told(), "told");
      required(said.language(), "language");
    }
  }

  private static void required(String said, String field) {
    if (said.isEmpty()) {
      throw new Refused("form.error.required").at(field);
    }
  }

  /** The day of a step; what the other side recorded may be older than this side's copy. */
  private LocalDate notInFuture(RecordedStep.Draft draft) {
    LocalDate on = draft.on();
    if (on == null) {
      throw new Refused("form.error.required").at("on");
    }
    if (draft.state().equals("done") && !Days.begun(on, clock.instant())) {
      throw new Refused("form.error.future").at("on");
    }
    return on;
  }

  private void day(HandOver handOver, RecordedStep.Draft draft) {
    LocalDate on = notInFuture(draft);
    LocalDate begun = Days.oldest(handOver.begunAt());
    LocalDate earliest =
        SINCE_BEGUN.contains(draft.step()) && handOver.returns() ? begun.minusDays(1) : EARLIEST;
    if (on.isBefore(earliest)) {
      throw new Refused("handover.refused.day").at("on");
    }
  }

  private static void result(RecordedStep.Draft draft) {
    boolean done = draft.state().equals("done");
    Step step = draft.step();
    if (done
        && (step.asks(Step.Asks.RISK) || step.asks(Step.Asks.BEST_INTERESTS))
        && draft.details().result().isEmpty()) {
      throw new Refused("form.error.required").at("result");
    }
    if (done && draft.details().result().equals("conditions")) {
      // a conditional result needs its conditions in words
      if (draft.details().words().isBlank()) {
        throw new Refused("handover.refused.no-conditions").at("words");
      }
    }
    if (done
        && step.asks(Step.Asks.AUTHORITY)
        && step == Step.BEST_INTERESTS
        && draft.details().authority().isEmpty()) {
      throw new Refused("handover.refused.no-authority").at("authority");
    }
  }

  private void travel(HandOver handOver, RecordedStep.Details details) {
    required(details.meeting(), "meeting");
    required(details.place(), "place");
    required(details.hour(), "hour");
    required(details.escort(), "escort");
    if (handOver.minor() && details.escort().equals("alone")) {
      throw new Refused("handover.refused.alone").at("escort");
    }
  }
}
