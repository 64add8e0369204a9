package org.passerelle.approval;

import java.util.UUID;

/**
 * The subject of an action.
 *
 * @param kind as in the audit log: {@code user}, {@code case}, {@code export} …
 * @param id its identifier
 * @param organisation the organisation whose files or users are concerned; its users decide
 * @param key key under which the payload is sealed: the case's, so that erasing the case erases the
 *     request, or the organisation's
 */
public record ActSubject(String kind, UUID id, UUID organisation, UUID key) {

  /** A case; its key seals the payload. */
  public static ActSubject ofCase(UUID id, UUID organisation) {
    return new ActSubject("case", id, organisation, id);
  }

  /** A user account. */
  public static ActSubject user(UUID id, UUID organisation) {
    return new ActSubject("user", id, organisation, organisation);
  }
}
