package org.passerelle.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A user account in one organisation. Immutable.
 *
 * @param id 128 random bits
 * @param login work e-mail address or name; case-insensitive
 * @param name as colleagues see it
 * @param organisation the user's organisation
 * @param language BCP 47 tag
 * @param active whether they can sign in
 * @param roles their roles
 * @param created when the account was created
 * @param hasPassword false until they have used their set-up link
 * @param hasSecondFactor whether an authenticator app or a passkey is enrolled
 */
public record User(
    UUID id,
    String login,
    String name,
    UUID organisation,
    String language,
    boolean active,
    Set<Role> roles,
    Instant created,
    boolean hasPassword,
    boolean hasSecondFactor) {
  public User {
    roles = Set.copyOf(roles);
  }
}
