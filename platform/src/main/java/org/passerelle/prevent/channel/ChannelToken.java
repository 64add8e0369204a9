package org.passerelle.prevent.channel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token of a partner, without the token itself.
 *
 * @param used the last day on which it was used, or null
 */
public record ChannelToken(UUID id, Instant made, @Nullable LocalDate used) {}
