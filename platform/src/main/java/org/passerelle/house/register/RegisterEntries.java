package org.passerelle.house.register;

import java.util.List;
import org.passerelle.accounts.StrategyReaders;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** The register in the navigation of the two modules that use one. */
@Component
class RegisterEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("partner", 900, "register.nav", "/partner/register", StrategyReaders.ROLES),
        new RoomEntry("steer", 900, "register.nav", "/steer/register", StrategyReaders.ROLES));
  }
}
