package org.passerelle.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message was queued. Published in the transaction of the change; it is sent after the commit.
 *
 * @param node destination node, or null if the recipient is on this one
 */
public record MessagePut(UUID id, @Nullable UUID node) {}
