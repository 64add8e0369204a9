package org.passerelle.prevent.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner that reports to a triage team.
 *
 * @param organisation whose team receives its reports
 * @param sector one of {@link org.passerelle.prevent.tip.Tip#SECTORS}
 * @param partnership entry of the register on which the channel rests
 * @param contact whom the team calls there; empty once the channel was closed
 * @param ended when the team closed the channel, or null
 */
public record ChannelPartner(
    UUID id,
    UUID organisation,
    String name,
    String sector,
    String partnership,
    String contact,
    @Nullable Instant ended) {
  public boolean isEnded() {
    return ended != null;
  }
}
