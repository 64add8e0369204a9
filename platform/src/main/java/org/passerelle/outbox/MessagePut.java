package org.passerelle.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message was queued. Published in the transaction of the change; it is sent after the commit.
 *
 * @param orderKey what it is about, such as a referral
 * @param sender the organisation in whose name it was put
 * @param node destination node, or null if the recipient is on this one
 */
public record MessagePut(UUID id, String type, UUID orderKey, UUID sender, @Nullable UUID node) {}
