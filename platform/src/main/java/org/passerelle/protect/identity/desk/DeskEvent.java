package org.passerelle.protect.identity.desk;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the joint log: what one side did, and when. Identical on both sides.
 *
 * @param here whether this side did it
 * @param kind code of the act
 * @param minor whether it concerned a minor or possible minor; counted but never shown
 * @param seconds time until the answer, or null
 */
public record DeskEvent(
    UUID id, boolean here, String kind, Instant at, boolean minor, @Nullable Integer seconds) {}
