package org.passerelle.protect.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's time at a desk.
 *
 * @param here whether it is one of this side
 * @param officer colleague; null for the other side, which does not say who
 */
public record Shift(
    UUID id, boolean here, @Nullable UUID officer, Instant begunAt, @Nullable Instant endedAt) {}
