package org.passerelle.prevent.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report of a partner, without its content.
 *
 * @param mark keyed fingerprint of what was sent
 * @param feedback one of {@link ChannelDoor#OUTCOMES} that an officer chose, or null
 */
record SentReport(
    UUID id,
    UUID partner,
    UUID tip,
    String mark,
    String form,
    Instant at,
    @Nullable String feedback) {}
