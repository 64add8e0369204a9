package org.passerelle.house.accounts;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** The administrator's pages in the navigation. */
@Component
class AccessEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("house", 10, "access.nav.users", "/house/users", List.of(Role.ADMINISTRATOR)),
        new RoomEntry(
            "house",
            20,
            "access.nav.organisations",
            "/house/organisations",
            List.of(Role.ADMINISTRATOR)));
  }
}
