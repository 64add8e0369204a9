package org.passerelle.protect.casework.phone.web;

import java.util.List;
import org.passerelle.protect.casework.phone.KeptRecords;
import org.passerelle.protect.casework.phone.Phone;

/**
 * View of phones and of records that could not be processed.
 *
 * @param more whether there is another page
 * @param number number of this page
 */
public record PhonesPage(List<Line> phones, List<KeptLine> kept, boolean more, int number) {
  public PhonesPage {
    phones = List.copyOf(phones);
    kept = List.copyOf(kept);
  }

  /** A phone with its user, as text. */
  public record Line(Phone phone, String name, String user, String organisation) {}

  /** A record with its author, as text. */
  public record KeptLine(KeptRecords.Kept record, String officer) {}
}
