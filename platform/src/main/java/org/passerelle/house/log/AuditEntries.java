package org.passerelle.house.log;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** The log in the auditor's navigation. */
@Component
class AuditEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "house", 50, "audit.title", "/house/audit", List.of(Role.AUDITOR, Role.NODE_AUDITOR)));
  }
}
