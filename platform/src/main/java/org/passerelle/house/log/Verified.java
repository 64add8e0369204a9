package org.passerelle.house.log;

import java.time.Instant;

/**
 * What a walk over the whole chain found.
 *
 * @param entries that hold, from the beginning
 * @param broken number of the first entry that does not fit, or 0 if all do
 */
public record Verified(Instant at, long entries, long broken) {}
