package org.passerelle.protect.referral;

import java.util.UUID;
import org.passerelle.access.SignedIn;

/**
 * A case that was opened from a dossier, in which nobody has worked, is left: the acceptance was
 * taken back and the referral is declined. Published in the transaction in which it is.
 */
public record CaseLeft(UUID caseId, SignedIn who) {}
