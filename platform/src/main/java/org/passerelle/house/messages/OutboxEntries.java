package org.passerelle.house.messages;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** The outbox in the navigation of administrators. */
@Component
class OutboxEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("house", 40, "outbox.title", "/house/outbox", List.of(Role.ADMINISTRATOR)));
  }
}
