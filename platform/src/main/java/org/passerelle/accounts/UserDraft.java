package org.passerelle.accounts;

import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;

/**
 * Input for creating a user.
 *
 * @param login work e-mail address or name, unique on the node, case-insensitive
 * @param name as colleagues see it
 * @param organisation cannot be changed later
 * @param language BCP 47 tag
 * @param roles at least one
 */
public record UserDraft(
    String login, String name, UUID organisation, String language, Set<Role> roles) {
  public UserDraft {
    roles = Set.copyOf(roles);
  }
}
