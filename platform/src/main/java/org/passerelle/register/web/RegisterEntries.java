package org.passerelle.register.web;

import java.util.Arrays;
import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** The register in the navigation of the two rooms that keep one. */
@Component
class RegisterEntries implements RoomEntries {
  private static final List<Role> READERS =
      Arrays.stream(Role.values())
          .filter(role -> role != Role.ADMINISTRATOR && role != Role.AUDITOR)
          .toList();

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("partner", 900, "register.nav", "/partner/register", READERS),
        new RoomEntry("steer", 900, "register.nav", "/steer/register", READERS));
  }
}
