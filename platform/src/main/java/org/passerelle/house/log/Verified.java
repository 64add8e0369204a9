package org.passerelle.house.log;

import java.time.Instant;

/**
 * Result of verifying the whole chain.
 *
 * @param entries number of valid entries from the beginning
 * @param broken number of the first invalid entry, or 0 if all are valid
 */
public record Verified(Instant at, long entries, long broken) {}
