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
          "crossborder.refused.no-risk", Step.RISK,
          "crossborder.refused.unsafe", Step.RISK,
          "crossborder.refused.no-best-interests", Step.BEST_INTERESTS,
          "crossborder.refused.no-consent", Step.RETURN_CONSENT,
          "crossborder.refused.no-travel", Step.TRAVEL,
          "crossborder.refused.not-departed", Step.DEPARTED,
          "crossborder.refused.not-arrived", Step.ARRIVED);

  private MissingSteps() {}

  /** The step, if this side may record it. */
  static Optional<Step> of(FormErrors errors, HandOver handOver) {
    return errors.all().stream()
        .flatMap(problem -> Optional.ofNullable(FIRST.get(problem.key())).stream())
        .filter(handOver::offers)
        .findFirst();
  }
}
