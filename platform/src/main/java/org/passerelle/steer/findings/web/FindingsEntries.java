package org.passerelle.steer.findings.web;

import java.util.List;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** The findings in the navigation. */
@Component
class FindingsEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("steer", 70, "findings.nav", "/steer/findings", StrategyReaders.ROLES));
  }
}
