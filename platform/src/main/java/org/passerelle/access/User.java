package org.passerelle.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who works here, in one organisation. Immutable.
 *
 * @param id 128 random bits
 * @param login service address or name; compared without regard to case
 * @param name as colleagues see it
 * @param organisation where they work
 * @param language BCP 47 tag
 * @param active whether they can sign in
 * @param roles what they do
 * @param created when they were entered
 * @param hasPassword false until they have used their set-up link
 * @param hasSecondFactor whether a code generator or a passkey is enrolled
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
