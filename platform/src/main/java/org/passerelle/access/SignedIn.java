package org.passerelle.access;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The acting user, with the organisation they belong to and the roles they hold there.
 *
 * @param user identifier of the user
 * @param name as colleagues see it
 * @param organisation identifier of the organisation that holds the files
 * @param organisationName in the user's language
 * @param roles never empty
 * @param token token with which a program acts for the user, which is recorded in the audit log;
 *     null for a browser
 */
public record SignedIn(
    UUID user,
    String name,
    UUID organisation,
    String organisationName,
    Set<Role> roles,
    @Nullable UUID token)
    implements Serializable {

  public SignedIn {
    roles = Set.copyOf(roles);
  }

  /** A user in a browser. */
  public SignedIn(
      UUID user, String name, UUID organisation, String organisationName, Set<Role> roles) {
    this(user, name, organisation, organisationName, roles, null);
  }

  /** Whether the user holds one of the roles. */
  public boolean is(Role... any) {
    for (Role role : any) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }
}
