package org.passerelle.protect.casework.safety.risk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Result of a risk assessment.
 *
 * @param form submission of the form
 * @param next date of the next assessment, or null
 */
public record RiskFound(UUID form, RiskLevel level, @Nullable LocalDate next, Instant at) {}
