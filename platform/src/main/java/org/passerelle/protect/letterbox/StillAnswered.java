package org.passerelle.protect.letterbox;

import java.util.Optional;
import org.passerelle.protect.handover.FarSide;
import org.passerelle.protect.handover.HandOver;
import org.passerelle.protect.referral.WithdrawalAnswers;
import org.springframework.stereotype.Component;

/** What the reader of a letterbox has still to say of a dossier that was taken back. */
@Component
class StillAnswered {
  private final WithdrawalAnswers answers;
  private final FarSide far;

  StillAnswered(WithdrawalAnswers answers, FarSide far) {
    this.answers = answers;
    this.far = far;
  }

  /** The law that was stated instead of confirming that nothing is kept, while it forbids. */
  Optional<WithdrawalAnswers.Statement> law(Lying dossier) {
    return answers.stated(dossier.referral(), dossier.sender());
  }

  /**
   * Whether somebody who set out did not arrive and was not found: taking the case back ends no
   * search, and the reader is where they may turn up.
   */
  boolean isLookedFor(Lying dossier) {
    return far.of(dossier.referral(), dossier.sender()).filter(HandOver::lost).isPresent();
  }

  /** Whether nothing is awaited from there any more. */
  boolean isNothing(Lying dossier) {
    return dossier.confirmedAt() != null && law(dossier).isEmpty() && !isLookedFor(dossier);
  }
}
