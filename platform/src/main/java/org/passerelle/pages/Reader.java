package org.passerelle.pages;

import java.time.ZoneId;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/** Properties of a user that pages need besides the roles; implemented from the stored accounts. */
public interface Reader {
  /** Where the user's organisation works. */
  default Place place(SignedIn who) {
    return of(who.organisation());
  }

  /** Whether the user wants transliterated names beside the original spelling. */
  default boolean wishesNames(SignedIn who) {
    return false;
  }

  /** Where an organisation works. */
  Place of(UUID organisation);

  /**
   * Location of an organisation.
   *
   * @param zone time zone of its country
   * @param dutyLine its telephone, day and night, or empty
   */
  record Place(ZoneId zone, String dutyLine) {}
}
