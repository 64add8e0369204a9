package org.passerelle.protect.referral.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.referral.Dossier;
import org.passerelle.protect.referral.ReceivedReferral;
import org.passerelle.protect.referral.Referral;

/**
 * Referrals as their recipient and their sender list them, and one that was received.
 *
 * @param dossier null after a withdrawal or revocation: it may no longer be used
 */
public record ReceivedPage(
    List<ReceivedReferral> received,
    List<Referral> sent,
    @Nullable ReceivedReferral referral,
    @Nullable Dossier dossier,
    List<Referral.Message> messages,
    Map<UUID, String> organisations,
    CaseWords words) {

  /** What an organisation is called. */
  public String organisation(UUID id) {
    return organisations.getOrDefault(id, "…");
  }
}
