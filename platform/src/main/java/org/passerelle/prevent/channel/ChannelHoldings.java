package org.passerelle.prevent.channel;

import java.util.List;
import org.passerelle.storage.Holdings;
import org.springframework.stereotype.Component;

/** Tables of the channels; they hold nothing about persons followed in cases. */
@Component
class ChannelHoldings implements Holdings {
  @Override
  public List<Table> tables() {
    return List.of(
        Table.nothing(
            "channel_partner", "partners that report, with a contact until the channel is closed"),
        Table.nothing("channel_token", "digests of their tokens"),
        Table.nothing("channel_report", "which partner sent a tip; deleted with the tip"));
  }
}
