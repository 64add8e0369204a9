package org.passerelle.protect.safety.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment found.
 *
 * @param form the submission
 * @param next day of the next assessment, or null
 */
public record RiskFound(UUID form, RiskLevel level, @Nullable LocalDate next, Instant at) {}
