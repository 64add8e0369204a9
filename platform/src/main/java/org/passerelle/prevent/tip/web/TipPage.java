package org.passerelle.prevent.tip.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.partner.EmergencyNumbers;
import org.passerelle.prevent.tip.TipTeam;
import org.passerelle.prevent.tip.TipTicket;

/**
 * The form for a tip, below the numbers to call.
 *
 * @param teams to whom it can go; none if nobody receives tips here
 * @param form what was typed
 */
public record TipPage(List<Country> countries, List<TipTeam> teams, TipTicket ticket, Filled form) {
  public TipPage {
    countries = List.copyOf(countries);
    teams = List.copyOf(teams);
  }

  /**
   * A country and its numbers.
   *
   * @param note required where the country is named, or empty
   */
  public record Country(String code, String name, String note, List<Call> numbers) {
    public Country {
      numbers = List.copyOf(numbers);
    }
  }

  /** A number to call, with what stands beside it. */
  public record Call(EmergencyNumbers.Line line, String label, String remark) {}

  /** The recipient of the only team, or empty if one has to be chosen. */
  public String recipient() {
    return teams.size() == 1 ? teams.get(0).recipient() : "";
  }
}
