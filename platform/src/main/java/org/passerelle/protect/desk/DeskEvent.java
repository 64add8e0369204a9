package org.passerelle.protect.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the joint log: what one side did, and when. The same on both sides.
 *
 * @param here whether this side did it
 * @param kind code: what was done
 * @param minor whether it was about a minor, or somebody who may be one; counted, never shown
 * @param seconds how long an answer took, or null
 */
public record DeskEvent(
    UUID id, boolean here, String kind, Instant at, boolean minor, @Nullable Integer seconds) {}
