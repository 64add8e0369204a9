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
 * Those who work here. Whoever is changed in roles, disabled or reset loses all sessions at once.
 * Threads may share it.
 */
public interface Users extends Colleagues {

  /** Those of one organisation who are active and hold a role, by name. */
  List<User> with(UUID organisation, Role role);

  /** What colleagues call them; identifiers that are unknown are left out. */
  Map<UUID, String> names(Collection<UUID> ids);

  /**
   * Enters a user. Roles that open cases or rule the house take two persons: the user is then
   * entered without roles and cannot come in until somebody else has agreed.
   *
   * @return with the secret part of the link with which they choose their password, to be shown
   *     once; without it while the roles wait
   * @throws org.passerelle.pages.Refused if the login is taken or the roles do not go together
   */
  Created create(SignedIn by, UserDraft draft);

  /** Changes name and language. */
  void rename(SignedIn by, UUID id, String name, String language);

  /**
   * Sets the roles, or asks for it if one of the new ones takes two persons.
   *
   * @return the request that now waits, or nothing if the roles were set
   * @throws org.passerelle.pages.Refused if the roles do not go together, or are one's own
   */
  Optional<ApprovalRequest> setRoles(SignedIn by, UUID id, Set<Role> roles);

  /**
   * Lets a user in or keeps them out.
   *
   * @throws org.passerelle.pages.Refused if it is oneself
   */
  void setActive(SignedIn by, UUID id, boolean active);

  /**
   * Asks that password and second factors be taken away, so that the user starts anew with a link;
   * another person must agree.
   *
   * @throws org.passerelle.pages.Refused if it is oneself, or there is nothing to take away
   */
  ApprovalRequest resetSignIn(SignedIn by, UUID id);

  /**
   * Makes a link for a user who has no password: because they are new, theirs was reset, or the
   * link before was lost.
   *
   * @return the secret part, to be shown once
   * @throws org.passerelle.pages.Refused if they have a password, or their roles still wait
   */
  String makeLink(SignedIn by, UUID id);

  /** What waits for a second person about a user. */
  List<ApprovalRequest> waiting(UUID id);

  /** Ends all sessions of a user, one's own or, as an administrator, another's. */
  void endSessions(SignedIn by, UUID id);

  /**
   * What {@link #create} made.
   *
   * @param user as entered
   * @param link secret part of the set-up link, or null while the roles wait
   */
  record Created(User user, @Nullable String link) {}
}
