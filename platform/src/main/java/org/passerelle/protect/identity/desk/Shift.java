package org.passerelle.protect.identity.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shift of an officer at a desk.
 *
 * @param here whether it is a shift of this side
 * @param officer officer; null for the other side, which does not say who
 */
public record Shift(
    UUID id, boolean here, @Nullable UUID officer, Instant begunAt, @Nullable Instant endedAt) {}
