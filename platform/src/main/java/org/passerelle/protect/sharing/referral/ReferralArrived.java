package org.passerelle.protect.sharing.referral;

import java.util.UUID;

/** A referral arrived at its recipient; published in the transaction that stored it. */
public record ReferralArrived(Dossier dossier, UUID sender, UUID recipient) {}
