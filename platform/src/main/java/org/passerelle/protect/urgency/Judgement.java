package org.passerelle.protect.urgency;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.protect.Risk;
import org.passerelle.protect.Urgency;

/**
 * What somebody judged, whatever the signs said.
 *
 * @param reason in their words; empty where they were not opened
 */
public record Judgement(
    UUID caseId, Urgency urgency, Risk risk, String reason, Instant at, UUID by) {}
