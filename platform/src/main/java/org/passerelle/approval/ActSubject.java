package org.passerelle.approval;

import java.util.UUID;

/**
 * What an act is about.
 *
 * @param kind as the log names it: {@code user}, {@code case}, {@code export} …
 * @param id identifier of it
 * @param organisation whose files or users it concerns; its people decide
 * @param key under which the payload is sealed: the case's, so that erasing it erases the request,
 *     or the organisation's
 */
public record ActSubject(String kind, UUID id, UUID organisation, UUID key) {

  /** A case; its key seals the payload. */
  public static ActSubject ofCase(UUID id, UUID organisation) {
    return new ActSubject("case", id, organisation, id);
  }

  /** A user of the house. */
  public static ActSubject user(UUID id, UUID organisation) {
    return new ActSubject("user", id, organisation, organisation);
  }
}
