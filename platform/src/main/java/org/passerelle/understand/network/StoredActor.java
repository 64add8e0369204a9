package org.passerelle.understand.network;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An actor of a network.
 *
 * @param entry the case entry it came from, or null
 */
public record StoredActor(UUID id, @Nullable UUID entry, ActorState state) {}
