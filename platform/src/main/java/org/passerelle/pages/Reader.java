package org.passerelle.pages;

import java.time.ZoneId;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/** What the page must know of a reader beyond their roles; answered by the house's own records. */
public interface Reader {
  /** Where the reader's organisation works. */
  default Place place(SignedIn who) {
    return of(who.organisation());
  }

  /** Whether the reader wishes names in their own script beside the names as they are written. */
  default boolean wishesNames(SignedIn who) {
    return false;
  }

  /** Where an organisation works. */
  Place of(UUID organisation);

  /**
   * Of an organisation.
   *
   * @param zone of its country
   * @param dutyLine its telephone, day and night, or empty
   */
  record Place(ZoneId zone, String dutyLine) {}
}
