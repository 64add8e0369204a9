package org.passerelle.protect.handover;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.outbox.NotTaken;
import org.passerelle.pages.Refused;
import org.passerelle.protect.placement.place.ShelterNames;
import org.passerelle.protect.placement.place.StreetAddress;
import org.springframework.stereotype.Component;

/**
 * What a step must say to be one: a day that can be, a result, conditions where it rests on them, a
 * consent with who gave it to whom in which language, a meeting with its hour; no name of a shelter
 * in any field that leaves, and no address of a house in what is told of a meeting.
 */
@Component
class Substance {
  /** Before this nothing was recorded anywhere. */
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

  /** Steps of which a meeting is told. */
  private static final Set<Step> ON_THE_WAY =
      Set.of(
          Step.RECEPTION, Step.TRAVEL, Step.DEPARTED, Step.ARRIVED, Step.NOT_ARRIVED, Step.FOUND);

  /** Steps that cannot be before the hand-over was begun. */
  private static final Set<Step> SINCE_BEGUN =
      Set.of(Step.DEPARTED, Step.ARRIVED, Step.NOT_ARRIVED, Step.FOUND);

  private final ShelterNames shelters;
  private final Clock clock;

  Substance(ShelterNames shelters, Clock clock) {
    this.shelters = shelters;
    this.clock = clock;
  }

  /**
   * Asked before a step is recorded by its own side.
   *
   * @throws Refused on the field that is missing or cannot be
   */
  void check(HandOver handOver, Taken.Draft draft) {
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
   * Asked of what another node says it recorded: a step that it could not take, or a day that
   * cannot be, is not taken.
   *
   * @param theirs the hand-over as the other side has it
   */
  void possible(HandOver theirs, Taken.Draft draft) {
    // both sides may say at once that somebody was found: what the second says is kept, too
    boolean offered =
        draft.step() == Step.FOUND
            ? theirs.returns() && theirs.accepted()
            : theirs.offers(draft.step());
    if (theirs.open() && !offered) {
      throw new NotTaken(NotTaken.Why.CONTENT, "step");
    }
    try {
      if (draft.on() != null) {
        day(theirs, draft);
      }
    } catch (Refused impossible) {
      throw new NotTaken(NotTaken.Why.CONTENT, "on");
    }
  }

  /** No field that leaves names a shelter, of either side. */
  private void noShelter(HandOver handOver, Taken.Details details) {
    Map.of(
            "place", details.place(),
            "words", details.words(),
            "authority", details.authority(),
            "told", details.told())
        .forEach((field, text) -> noShelter(handOver, text, field));
  }

  /** Where somebody is met, and what is told of the way there, is no address of a house. */
  private static void noAddress(Taken.Draft draft) {
    if (ON_THE_WAY.contains(draft.step())) {
      noAddress(draft.details().place(), "place");
      noAddress(draft.details().words(), "words");
    }
  }

  private static void noAddress(String text, String field) {
    if (StreetAddress.isIn(text)) {
      throw new Refused("crossborder.refused.address").at(field);
    }
  }

  /**
   * The same of one text.
   *
   * @throws Refused on its field
   */
  void noShelter(HandOver handOver, String text, String field) {
    if (isShelterNamed(text, handOver.organisation(), handOver.other())) {
      throw new Refused("crossborder.refused.shelter").at(field);
    }
  }

  /** Whether words name a shelter that either side knows, or the code of any. */
  boolean isShelterNamed(String text, UUID side, UUID other) {
    return !text.isBlank() && (shelters.isNamedIn(text, side) || shelters.isNamedIn(text, other));
  }

  private static void consent(Taken.Draft draft) {
    if (draft.step().asks(Step.Asks.CONSENT) && draft.state().equals("done")) {
      Taken.Details said = draft.details();
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

  private void day(HandOver handOver, Taken.Draft draft) {
    LocalDate on = draft.on();
    if (on == null) {
      throw new Refused("form.error.required").at("on");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    // somebody's today may be tomorrow here
    if (draft.state().equals("done") && on.isAfter(today.plusDays(1))) {
      throw new Refused("form.error.future").at("on");
    }
    LocalDate begun = LocalDate.ofInstant(handOver.begunAt(), ZoneOffset.UTC);
    LocalDate earliest =
        SINCE_BEGUN.contains(draft.step()) && handOver.returns() ? begun.minusDays(1) : EARLIEST;
    if (on.isBefore(earliest)) {
      throw new Refused("crossborder.refused.day").at("on");
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
    if (done && draft.details().result().equals("conditions")) {
      // conditions that nobody reads are kept by nobody
      if (draft.details().words().isBlank()) {
        throw new Refused("crossborder.refused.no-conditions").at("words");
      }
    }
    if (done
        && step.asks(Step.Asks.AUTHORITY)
        && step == Step.BEST_INTERESTS
        && draft.details().authority().isEmpty()) {
      throw new Refused("crossborder.refused.no-authority").at("authority");
    }
  }

  private void travel(HandOver handOver, Taken.Details details) {
    required(details.meeting(), "meeting");
    required(details.place(), "place");
    required(details.hour(), "hour");
    required(details.escort(), "escort");
    if (handOver.minor() && details.escort().equals("alone")) {
      throw new Refused("crossborder.refused.alone").at("escort");
    }
  }
}
