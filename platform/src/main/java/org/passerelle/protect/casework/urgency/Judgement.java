package org.passerelle.protect.casework.urgency;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;

/**
 * A manual judgement that overrides the signs.
 *
 * @param reason explanation; empty if it was not decrypted
 */
public record Judgement(
    UUID caseId, Urgency urgency, Risk risk, String reason, Instant at, UUID by) {}
