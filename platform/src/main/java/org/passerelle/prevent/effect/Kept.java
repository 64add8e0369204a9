package org.passerelle.prevent.effect;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of something measured around a campaign.
 *
 * @param id the same in all versions
 * @param version from 1
 * @param withdrawn whether it was taken out of use
 * @param by who entered this version
 */
public record Kept<T>(UUID id, int version, boolean withdrawn, Instant at, UUID by, T content) {}
