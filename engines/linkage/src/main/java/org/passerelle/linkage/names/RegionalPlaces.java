package org.passerelle.linkage.names;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.linkage.names.internal.RuleFile;

/** Places of the region as each of its languages writes them. Threads may share it. */
public final class RegionalPlaces {
  private static final class Loaded {
    private static final RegionalPlaces ONE =
        new RegionalPlaces(RuleFile.rows("persons/places.tsv"));
  }

  private final Set<String> names;

  private RegionalPlaces(List<List<String>> rows) {
    // country and kind come before the names
    names =
        rows.stream()
            .flatMap(row -> row.subList(2, row.size()).stream())
            .flatMap(cell -> Arrays.stream(cell.split("/")))
            .filter(name -> !name.isBlank())
            .map(RegionalPlaces::folded)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The places as they stand in the file, read once for the process. */
  public static RegionalPlaces load() {
    return Loaded.ONE;
  }

  /** Whether a name, in the nominative, is one of a known place. */
  public boolean knows(String name) {
    return names.contains(folded(name));
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
