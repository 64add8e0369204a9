package org.passerelle.understand.network;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tie of a network.
 *
 * @param entry the case entry it came from, or null
 */
public record StoredTie(UUID id, @Nullable UUID entry, TieState state) {}
