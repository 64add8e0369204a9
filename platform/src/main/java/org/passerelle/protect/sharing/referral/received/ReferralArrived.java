package org.passerelle.protect.sharing.referral.received;

import java.util.UUID;
import org.passerelle.protect.sharing.referral.dossier.Dossier;

/** A referral arrived at its recipient; published in the transaction that stored it. */
public record ReferralArrived(Dossier dossier, UUID sender, UUID recipient) {}
