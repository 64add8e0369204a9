package org.passerelle.prevent.tip.web;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** The tips in the navigation. */
@Component
class TriageEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("prevent", 10, "triage.nav", "/prevent/tips", List.of(Role.TRIAGE_OFFICER)));
  }
}
