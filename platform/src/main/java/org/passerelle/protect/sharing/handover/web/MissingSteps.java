package org.passerelle.protect.sharing.handover.web;

import java.util.Map;
import java.util.Optional;
import org.passerelle.pages.FormErrors;
import org.passerelle.protect.sharing.handover.HandOver;
import org.passerelle.protect.sharing.handover.Step;

/** Finds the step that a refusal asks for first, so that the page can lead to it. */
final class MissingSteps {
  private static final Map<String, Step> FIRST =
      Map.of(
          "handover.refused.no-risk", Step.RISK,
          "handover.refused.unsafe", Step.RISK,
          "handover.refused.no-best-interests", Step.BEST_INTERESTS,
          "handover.refused.no-consent", Step.RETURN_CONSENT,
          "handover.refused.no-travel", Step.TRAVEL,
          "handover.refused.not-departed", Step.DEPARTED,
          "handover.refused.not-arrived", Step.ARRIVED);

  private MissingSteps() {}

  /** The step, if this side may record it. */
  static Optional<Step> of(FormErrors errors, HandOver handOver) {
    return errors.all().stream()
        .flatMap(problem -> Optional.ofNullable(FIRST.get(problem.key())).stream())
        .filter(handOver::offers)
        .findFirst();
  }
}
