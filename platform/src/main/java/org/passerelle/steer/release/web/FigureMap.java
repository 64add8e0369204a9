package org.passerelle.steer.release.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.passerelle.disclosure.Published;
import org.passerelle.disclosure.PublishedTable;
import org.passerelle.pages.map.EuropePoints;

/**
 * Countries of citizenship on the map of Europe, from the published figures alone: a circle for
 * each figure, and a ring of one size for each hidden one. Where nobody is recorded nothing is
 * drawn.
 *
 * @param table id of the table that it shows
 * @param signs countries on the map, largest first, so that none is covered
 * @param elsewhere countries beyond it, with their figures
 * @param notes required where one of the countries is named
 */
public record FigureMap(
    String table, List<Sign> signs, List<String> elsewhere, List<String> notes) {
  private static final String VARIABLE = "citizenship";
  private static final double LARGEST = 34;
  private static final double LEAST = 6;

  public FigureMap {
    signs = List.copyOf(signs);
    elsewhere = List.copyOf(elsewhere);
    notes = List.copyOf(notes);
  }

  /**
   * A country on the map.
   *
   * @param radius its area stands for the figure; the same for each hidden one
   * @param said the country with its figure
   * @param text the figure, or that it is hidden
   */
  public record Sign(
      double x, double y, double radius, boolean hidden, String code, String said, String text) {
    /** Where the label stands: above the circle, so that neighbours stay readable. */
    public double labelY() {
      return y - radius - 4;
    }
  }

  /** A figure of a country. */
  private record Country(String code, OptionalLong count) {}

  /** The map of a release; empty if no table of it shows countries. */
  static Optional<FigureMap> of(Published published, FigureWords words) {
    return PublishedTable.of(published).stream()
        .filter(table -> table.variables().get(0).equals(VARIABLE))
        .map(table -> of(table, words))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<FigureMap> of(PublishedTable table, FigureWords words) {
    List<Country> countries = countries(table);
    long most = countries.stream().mapToLong(country -> country.count.orElse(0)).max().orElse(0);
    List<Sign> signs = new ArrayList<>();
    List<String> elsewhere = new ArrayList<>();
    Set<String> named = new LinkedHashSet<>();
    for (Country country : countries) {
      double[] at = EuropePoints.COUNTRIES.get(country.code);
      String name = words.code(VARIABLE, country.code);
      String text = words.count(country.count);
      named.add(country.code);
      if (at == null) {
        elsewhere.add(words.of(name, text));
      } else {
        signs.add(
            new Sign(
                at[0],
                at[1],
                radius(country.count, most),
                country.count.isEmpty(),
                country.code,
                words.of(name, text),
                text));
      }
    }
    signs.sort((a, b) -> Double.compare(b.radius, a.radius));
    return signs.isEmpty()
        ? Optional.empty()
        : Optional.of(new FigureMap(table.id(), signs, elsewhere, words.notes(named)));
  }

  /** The countries of whose citizens somebody is recorded: the finest headings. */
  private static List<Country> countries(PublishedTable table) {
    List<PublishedTable.Heading> headings = table.headings(0);
    List<Country> countries = new ArrayList<>();
    for (int row = 0; row < headings.size(); row++) {
      OptionalLong count = table.variables().size() == 1 ? table.count(row) : table.count(row, 0);
      if (headings.get(row).code().matches("[A-Z]{2}") && count.orElse(1) > 0) {
        countries.add(new Country(headings.get(row).code(), count));
      }
    }
    return countries;
  }

  private static double radius(OptionalLong count, long most) {
    return count.isEmpty()
        ? LEAST
        : Math.max(
            LEAST, Math.round(LARGEST * Math.sqrt((double) count.getAsLong() / most) * 10) / 10.0);
  }
}
