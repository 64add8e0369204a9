package org.passerelle.accounts;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Colleagues;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.approval.ApprovalRequest;

/**
 * The users of this node. A change of roles, deactivation or a reset ends all of the user's
 * sessions at once. Safe for concurrent use.
 */
public interface Users extends Colleagues {

  /** Active users of an organisation who hold a role, by name. */
  List<User> with(UUID organisation, Role role);

  /** Names by identifier; unknown identifiers are left out. */
  Map<UUID, String> names(Collection<UUID> ids);

  /**
   * Creates a user. Roles that give access to cases or administer the node need two persons: the
   * user is then created without roles and cannot sign in until somebody else has approved.
   *
   * @return with the secret part of the link with which they choose their password, to be shown
   *     once; without it while the roles await approval
   * @throws org.passerelle.refusal.Refused if the login is taken or the roles cannot be combined
   */
  Created create(SignedIn by, UserDraft draft);

  /** Changes name and language. */
  void rename(SignedIn by, UUID id, String name, String language);

  /**
   * Sets the roles, or requests it if one of the new ones needs two persons.
   *
   * @return the open request, or empty if the roles were set
   * @throws org.passerelle.refusal.Refused if the roles cannot be combined, or are the user's own
   */
  Optional<ApprovalRequest> setRoles(SignedIn by, UUID id, Set<Role> roles);

  /**
   * Activates or deactivates a user.
   *
   * @throws org.passerelle.refusal.Refused if it is the acting user
   */
  void setActive(SignedIn by, UUID id, boolean active);

  /**
   * Requests that password and second factors be removed, so that the user starts again with a
   * link; another person must approve.
   *
   * @throws org.passerelle.refusal.Refused if it is the acting user, or there is nothing to remove
   */
  ApprovalRequest resetSignIn(SignedIn by, UUID id);

  /**
   * Creates a link for a user without password: a new one, one whose password was reset, or one who
   * lost the previous link.
   *
   * @return the secret part, to be shown once
   * @throws org.passerelle.refusal.Refused if they have a password, or their roles await approval
   */
  String makeLink(SignedIn by, UUID id);

  /** Open requests about a user. */
  List<ApprovalRequest> waiting(UUID id);

  /** Ends all sessions of a user: the acting user's own or, as an administrator, another's. */
  void endSessions(SignedIn by, UUID id);

  /**
   * Result of {@link #create}.
   *
   * @param user the user as created
   * @param link secret part of the set-up link, or null while the roles await approval
   */
  record Created(User user, @Nullable String link) {}
}
