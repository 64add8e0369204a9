package org.passerelle.access;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * Whoever acts: a user, in the organisation they belong to, with the roles they hold there.
 *
 * @param user identifier of the user
 * @param name as colleagues see it
 * @param organisation identifier of the organisation whose files these are
 * @param organisationName in the user's language
 * @param roles never empty
 */
public record SignedIn(
    UUID user, String name, UUID organisation, String organisationName, Set<Role> roles)
    implements Serializable {

  public SignedIn {
    roles = Set.copyOf(roles);
  }

  /** Whether one of the roles is held. */
  public boolean is(Role... any) {
    for (Role role : any) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }
}
