package org.passerelle.protect.safeguards.oversight.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.protect.safeguards.oversight.AccessReport.Look;
import org.passerelle.protect.safeguards.oversight.AccessReport.Period;

/**
 * View of a colleague's accesses.
 *
 * @param number page number, from 1
 * @param more whether there is another page
 */
public record ColleaguePage(
    UUID id, String name, Period period, List<Look> looks, int number, boolean more) {
  public ColleaguePage {
    looks = List.copyOf(looks);
  }

  /** The period as a query string. */
  public String query() {
    return "from=" + period.from() + "&to=" + period.to();
  }
}
