package org.passerelle.house.approval;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.springframework.stereotype.Component;

/** The approvals in the navigation of users who decide. */
@Component
class ApprovalEntries implements RoomEntries {
  static final List<Role> DECIDERS =
      List.of(
          Role.ADMINISTRATOR,
          Role.SUPERVISOR,
          Role.DATA_PROTECTION_OFFICER,
          Role.PROGRAMME_MANAGER,
          Role.STEERING_MEMBER);

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("house", 15, "approval.nav", "/house/approvals", DECIDERS));
  }
}
