package org.passerelle.access;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever acts: a user, in the organisation they belong to, with the roles they hold there.
 *
 * @param user identifier of the user
 * @param name as colleagues see it
 * @param organisation identifier of the organisation whose files these are
 * @param organisationName in the user's language
 * @param roles never empty
 * @param token by which a program acts for the user; none for somebody at a page. Whatever is
 *     logged says so
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

  /** Somebody at a page. */
  public SignedIn(
      UUID user, String name, UUID organisation, String organisationName, Set<Role> roles) {
    this(user, name, organisation, organisationName, roles, null);
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
