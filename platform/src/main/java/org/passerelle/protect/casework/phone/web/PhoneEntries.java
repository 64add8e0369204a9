package org.passerelle.protect.casework.phone.web;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** Navigation entries: phones for administrators, waiting records for supervisors. */
@Component
class PhoneEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("house", 25, "phones.nav", "/house/phones", List.of(Role.ADMINISTRATOR)),
        new RoomEntry(
            "protect", 95, "phones.waiting.nav", "/protect/phones", List.of(Role.SUPERVISOR)));
  }
}
