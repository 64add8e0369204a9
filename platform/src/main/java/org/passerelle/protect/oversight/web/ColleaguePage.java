package org.passerelle.protect.oversight.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.protect.oversight.AccessReport.Look;
import org.passerelle.protect.oversight.AccessReport.Period;

/**
 * What one colleague looked at.
 *
 * @param number of the page, from 1
 * @param more whether there is a page after it
 */
public record ColleaguePage(
    UUID id, String name, Period period, List<Look> looks, int number, boolean more) {
  public ColleaguePage {
    looks = List.copyOf(looks);
  }

  /** The period as the links of the page carry it. */
  public String query() {
    return "from=" + period.from() + "&to=" + period.to();
  }
}
