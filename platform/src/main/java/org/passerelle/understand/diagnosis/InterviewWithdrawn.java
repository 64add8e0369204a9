package org.passerelle.understand.diagnosis;

import java.util.UUID;

/**
 * An informant took the consent back. Heard in the same transaction: whoever points at what was
 * said forgets it.
 */
public record InterviewWithdrawn(UUID interview) {}
