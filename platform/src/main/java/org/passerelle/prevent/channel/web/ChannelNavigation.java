package org.passerelle.prevent.channel.web;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** The channels in the navigation. */
@Component
class ChannelNavigation implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "prevent", 15, "channel.nav", ChannelsController.HERE, List.of(Role.TRIAGE_OFFICER)));
  }
}
