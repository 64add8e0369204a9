package org.passerelle.pages;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

  /**
   * Address of the pages that need an account or the keys of the house: empty if they are here,
   * null in a process that does not say where they are.
   */
  default @Nullable String house() {
    return "";
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
