package org.passerelle.linkage.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.linkage.names.internal.RuleFile;

/** Places of the region, as each language writes them. */
final class Places {
  private static final List<String> COLUMNS =
      List.of("sq", "hbs", "mk", "bg", "el", "ro", "tr", "ru", "fr", "en");
  private static final Map<String, String> LANGUAGES =
      Map.ofEntries(
          Map.entry("AL", "sq"),
          Map.entry("XK", "sq"),
          Map.entry("BA", "hbs"),
          Map.entry("HR", "hbs"),
          Map.entry("ME", "hbs"),
          Map.entry("RS", "hbs"),
          Map.entry("MK", "mk"),
          Map.entry("BG", "bg"),
          Map.entry("GR", "el"),
          Map.entry("RO", "ro"),
          Map.entry("MD", "ro"),
          Map.entry("TR", "tr"),
          Map.entry("FR", "fr"));
  private final List<List<String>> rows = RuleFile.rows("persons/places.tsv");
  private final Map<String, List<Integer>> ofCountry = new HashMap<>();
  private final Map<String, Integer> capitals = new HashMap<>();

  Places() {
    for (int i = 0; i < rows.size(); i++) {
      String country = rows.get(i).get(0);
      ofCountry.computeIfAbsent(country, k -> new ArrayList<>()).add(i);
      if (rows.get(i).get(1).equals("capital")) {
        capitals.putIfAbsent(country, i);
      }
    }
  }

  int drawn(String country, Draw draw) {
    List<Integer> some = ofCountry.getOrDefault(country, List.of());
    return some.isEmpty() ? draw.below(rows.size()) : draw.of(some);
  }

  int capital(String country, int otherwise) {
    return capitals.getOrDefault(country, otherwise);
  }

  /** As the language of a country writes it. */
  String name(int row, String country, Draw draw) {
    int column = COLUMNS.indexOf(LANGUAGES.getOrDefault(country, "en"));
    String cell = column + 2 < rows.get(row).size() ? rows.get(row).get(column + 2) : "";
    String found = cell.isEmpty() ? rows.get(row).get(rows.get(row).size() - 1) : cell;
    return draw.of(Arrays.asList(found.split("/", -1)));
  }

  String country(int row) {
    return rows.get(row).get(0);
  }
}
