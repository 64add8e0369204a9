package org.passerelle.protect.urgency;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.protect.Risk;
import org.passerelle.protect.Urgency;

/**
 * A manual judgement that overrides the signs.
 *
 * @param reason explanation; empty if it was not decrypted
 */
public record Judgement(
    UUID caseId, Urgency urgency, Risk risk, String reason, Instant at, UUID by) {}
