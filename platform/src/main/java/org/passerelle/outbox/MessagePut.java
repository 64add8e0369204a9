package org.passerelle.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message was put. Published in the transaction of its change; after the commit it is on its way.
 *
 * @param node to which it goes, or null if its recipient is on this one
 */
public record MessagePut(UUID id, @Nullable UUID node) {}
