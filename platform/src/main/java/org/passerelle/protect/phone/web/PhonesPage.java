package org.passerelle.protect.phone.web;

import java.util.List;
import org.passerelle.protect.phone.KeptRecords;
import org.passerelle.protect.phone.Phone;

/**
 * Phones and what came from them and could not be taken over.
 *
 * @param more whether there are more on the next page
 * @param number of this page
 */
public record PhonesPage(List<Line> phones, List<KeptLine> kept, boolean more, int number) {
  public PhonesPage {
    phones = List.copyOf(phones);
    kept = List.copyOf(kept);
  }

  /** A phone and whose it is, in words. */
  public record Line(Phone phone, String name, String user, String organisation) {}

  /** A record and who filled it in, in words. */
  public record KeptLine(KeptRecords.Kept record, String officer) {}
}
