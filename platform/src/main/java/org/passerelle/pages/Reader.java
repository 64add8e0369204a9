package org.passerelle.pages;

import java.time.ZoneId;
import org.passerelle.access.SignedIn;

/** What the page must know of a reader beyond their roles; answered by the house's own records. */
public interface Reader {
  /** The zone of the organisation's country. */
  ZoneId zone(SignedIn who);

  /** The organisation's telephone, day and night, or empty. */
  String dutyLine(SignedIn who);
}
