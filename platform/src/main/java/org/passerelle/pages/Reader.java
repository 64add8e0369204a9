package org.passerelle.pages;

import java.time.ZoneId;
import org.passerelle.access.SignedIn;

/** What the page must know of a reader beyond their roles; answered by the house's own records. */
public interface Reader {
  /** Where the reader's organisation works. */
  Place place(SignedIn who);

  /**
   * Of an organisation.
   *
   * @param zone of its country
   * @param dutyLine its telephone, day and night, or empty
   */
  record Place(ZoneId zone, String dutyLine) {}
}
