package org.passerelle.protect.sharing.referral.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;

/**
 * View of the lists of referrals of both directions, and of one received referral.
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

  public String organisation(UUID id) {
    return organisations.getOrDefault(id, "…");
  }
}
