package org.passerelle.protect.safeguards.dataprotection.web;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** Navigation entry for disclosures, for the data protection officer. */
@Component
class DisclosureEntries implements RoomEntries {
  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "protect",
            81,
            "casefile.disclosures",
            "/protect/disclosures",
            List.of(Role.DATA_PROTECTION_OFFICER)));
  }
}
