package org.passerelle.prevent.tip;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sealed part of a tip.
 *
 * @param author {@code writer}, {@code team} or {@code note}, which the writer never sees
 * @param sealed to the team's key
 * @param forWriter an answer sealed to the writer's key, or null
 */
record TipPart(
    UUID id,
    Instant at,
    String author,
    @Nullable UUID by,
    byte[] sealed,
    byte @Nullable [] forWriter) {}
