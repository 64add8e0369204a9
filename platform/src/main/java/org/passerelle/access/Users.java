package org.passerelle.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Those who work here. Whoever is changed in roles, disabled or reset loses all sessions at once.
 * Threads may share it.
 */
public interface Users {

  /** The one with this identifier. */
  Optional<User> find(UUID id);

  /** All of the node, by organisation and name: for administrators. */
  List<User> all();

  /** Those of one organisation, by name. */
  List<User> in(UUID organisation);

  /** Those of one organisation who are active and hold a role, by name. */
  List<User> with(UUID organisation, Role role);

  /** What colleagues call them; identifiers that are unknown are left out. */
  Map<UUID, String> names(Collection<UUID> ids);

  /**
   * Enters a user.
   *
   * @return the secret part of the link with which they choose their password, to be shown once
   * @throws org.passerelle.pages.Refused if the login is taken or the roles do not go together
   */
  Created create(SignedIn by, UserDraft draft);

  /** Changes name and language. */
  void rename(SignedIn by, UUID id, String name, String language);

  /**
   * Sets the roles.
   *
   * @throws org.passerelle.pages.Refused if the roles do not go together, or are one's own
   */
  void setRoles(SignedIn by, UUID id, Set<Role> roles);

  /**
   * Lets a user in or keeps them out.
   *
   * @throws org.passerelle.pages.Refused if it is oneself
   */
  void setActive(SignedIn by, UUID id, boolean active);

  /**
   * Takes away password and second factors, so that the user starts anew with a link.
   *
   * @return the secret part of the link, to be shown once
   * @throws org.passerelle.pages.Refused if it is oneself
   */
  String resetSignIn(SignedIn by, UUID id);

  /** Ends all sessions of a user, one's own or, as an administrator, another's. */
  void endSessions(SignedIn by, UUID id);

  /**
   * What {@link #create} made.
   *
   * @param user as entered
   * @param link secret part of the set-up link
   */
  record Created(User user, String link) {}
}
