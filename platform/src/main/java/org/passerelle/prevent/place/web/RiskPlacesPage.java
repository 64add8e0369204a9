package org.passerelle.prevent.place.web;

import java.util.List;
import org.passerelle.pages.FormErrors;
import org.passerelle.pages.Option;
import org.passerelle.prevent.place.RiskPlace;

/**
 * Places at risk.
 *
 * @param lines those that the filters leave
 * @param map the same on the map
 * @param filters what was chosen
 * @param keeps whether the reader changes the register
 */
public record RiskPlacesPage(
    List<Line> lines, RiskPlaceMap map, Filters filters, boolean keeps, FormErrors errors) {
  public RiskPlacesPage {
    lines = List.copyOf(lines);
  }

  /**
   * A place.
   *
   * @param country its name
   * @param where town and area
   * @param open number of actions that are still to be done
   * @param late how many of them are late
   * @param due whether it is to be looked at again
   */
  public record Line(
      RiskPlace place, String country, String where, int open, int late, boolean due) {}

  /**
   * What is asked for; empty texts ask for everything.
   *
   * @param due {@code yes} for what is due or late
   */
  public record Filters(String kind, String country, String level, String due, Choices choices) {
    /** Whether a place is asked for. */
    boolean leave(Line line) {
      RiskPlace.Content content = line.place().content();
      return (kind.isEmpty() || kind.equals(content.kind()))
          && (country.isEmpty() || country.equals(content.country()))
          && (level.isEmpty() || level.equals(content.levelCode()))
          && (due.isEmpty() || line.due() || line.late() > 0);
    }

    public boolean none() {
      return (kind + country + level + due).isEmpty();
    }

    /** The same in an address. */
    public String query() {
      return "kind=" + kind + "&country=" + country + "&level=" + level + "&due=" + due;
    }
  }

  /** What can be asked for. */
  public record Choices(
      List<Option> kinds, List<Option> countries, List<Option> levels, List<Option> due) {
    public Choices {
      kinds = List.copyOf(kinds);
      countries = List.copyOf(countries);
      levels = List.copyOf(levels);
      due = List.copyOf(due);
    }
  }
}
