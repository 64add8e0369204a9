package org.passerelle.protect.sharing.htcds.web;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** Navigation entries for import. */
@Component
class ExchangeEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "protect",
            80,
            "htcds.nav",
            "/protect/import",
            List.of(Role.CASE_MANAGER, Role.SUPERVISOR)));
  }
}
