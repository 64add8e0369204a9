package org.passerelle.protect.sharing.letterbox;

import java.util.Optional;
import org.passerelle.protect.sharing.handover.HandOver;
import org.passerelle.protect.sharing.handover.RecipientView;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.springframework.stereotype.Component;

/** Answers that the guest of a letterbox still owes after a recall. */
@Component
class OutstandingAnswers {
  private final WithdrawalAnswers answers;
  private final RecipientView far;

  OutstandingAnswers(WithdrawalAnswers answers, RecipientView far) {
    this.answers = answers;
    this.far = far;
  }

  /** The law stated instead of a confirmation, while it applies. */
  Optional<WithdrawalAnswers.Statement> law(DepositedDossier dossier) {
    return answers.stated(dossier.referral(), dossier.sender());
  }

  /**
   * Whether a person who set out did not arrive and has not been found. A revocation does not end
   * the search, and the person may turn up where the guest is.
   */
  boolean isLookedFor(DepositedDossier dossier) {
    return far.of(dossier.referral(), dossier.sender()).filter(HandOver::lost).isPresent();
  }

  /** Whether a person is missing or on the way: the guest may be the one who hears of them. */
  private boolean isAwaited(DepositedDossier dossier) {
    return far.of(dossier.referral(), dossier.sender())
        .filter(handOver -> handOver.lost() || handOver.underWay())
        .isPresent();
  }

  /** Whether no more answers are expected. */
  boolean isNothing(DepositedDossier dossier) {
    return dossier.confirmedAt() != null && law(dossier).isEmpty() && !isAwaited(dossier);
  }
}
