package org.passerelle.protect.sharing.referral.received;

import java.util.UUID;
import org.passerelle.access.SignedIn;

/**
 * A case opened from a dossier, in which nobody has worked, is removed because the acceptance was
 * reversed and the referral is declined. Published in the same transaction.
 */
public record CaseAbandoned(UUID caseId, SignedIn who) {}
