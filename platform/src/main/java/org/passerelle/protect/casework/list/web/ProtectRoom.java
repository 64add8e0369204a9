package org.passerelle.protect.casework.list.web;

import java.util.List;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** Navigation entries for cases. */
@Component
class ProtectRoom implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("protect", 10, "cases.title", "/protect/cases", Caseworkers.ROLES));
  }
}
