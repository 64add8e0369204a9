package org.passerelle.protect.handover;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.passerelle.accounts.Addressees;
import org.passerelle.pages.Refused;
import org.springframework.stereotype.Component;

/**
 * What must have been done before a step. No child travels before the risk was assessed and the
 * best interests were determined; nobody travels who does not agree, and nobody to where it is not
 * safe; a meeting point is never a shelter.
 */
@Component
class Gates {
  /** Too short to be told from a part of another word. */
  private static final int SHORTEST_NAME = 4;

  private final Addressees organisations;
  private final Clock clock;

  Gates(Addressees organisations, Clock clock) {
    this.organisations = organisations;
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
    String place = plain(details.place());
    if (organisations.ofType("shelter").stream()
        .flatMap(o -> o.name().byLanguage().values().stream())
        .map(Gates::plain)
        .anyMatch(name -> name.length() >= SHORTEST_NAME && place.contains(name))) {
      throw new Refused("crossborder.refused.shelter").at("place");
    }
  }

  private static void mayTravel(HandOver handOver, Map<Step, Taken> stands) {
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

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
