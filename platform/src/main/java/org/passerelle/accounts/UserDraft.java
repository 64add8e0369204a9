package org.passerelle.accounts;

import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;

/**
 * A user as an administrator enters them.
 *
 * @param login service address or name, unique on the node without regard to case
 * @param name as colleagues see it
 * @param organisation fixed once the user exists
 * @param language BCP 47 tag
 * @param roles at least one
 */
public record UserDraft(
    String login, String name, UUID organisation, String language, Set<Role> roles) {
  public UserDraft {
    roles = Set.copyOf(roles);
  }
}
