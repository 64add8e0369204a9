package org.passerelle.protect.sharing.referral.received;

import java.util.List;
import org.passerelle.access.Role;

/** Roles that answer referrals for an organisation. */
public final class AnsweringRoles {
  public static final List<Role> ROLES =
      List.of(
          Role.CASE_MANAGER,
          Role.SUPERVISOR,
          Role.PLACEMENT_OFFICER,
          Role.FOCAL_POINT,
          Role.PROSECUTOR);

  private AnsweringRoles() {}
}
