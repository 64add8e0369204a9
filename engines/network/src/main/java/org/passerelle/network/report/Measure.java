package org.passerelle.network.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.network.BadNetwork;

/** A measure of a network. */
public enum Measure {
  DEGREE("degree"),
  BETWEENNESS("betweenness"),
  CLOSENESS("closeness"),
  PAGE_RANK("pageRank"),
  EIGENVECTOR("eigenvector"),
  KATZ("katz"),
  /** Hubs and authorities; of a directed network alone. */
  HITS("hits"),
  /** Degree and closeness by weight; of a network with other weights than 1 alone. */
  WEIGHTED("weighted"),
  CORE("core"),
  ARTICULATION("articulation"),
  CONSTRAINT("constraint"),
  CLUSTERING("clustering"),
  CORE_PERIPHERY("corePeriphery"),
  GROUP("group"),
  /** Stability of every requested ranking if part of the network was not observed. */
  STABILITY("stability");

  private final String code;

  Measure(String code) {
    this.code = code;
  }

  /** The notation in files and commands. */
  public String code() {
    return code;
  }

  /**
   * Parses names separated by commas; {@code all} stands for all measures, {@code none} for none.
   *
   * @throws BadNetwork for an unknown name
   */
  public static Set<Measure> of(String names) {
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
    if (names.strip().equalsIgnoreCase("none")) {
      return measures;
    }
    for (String name : names.split(",", -1)) {
      String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[-_ ]|s$", "");
      if (plain.equals("all")) {
        return EnumSet.allOf(Measure.class);
      }
      measures.add(
          Arrays.stream(values())
              .filter(m -> m.code.toLowerCase(Locale.ROOT).replaceAll("s$", "").equals(plain))
              .findFirst()
              .orElseThrow(() -> unknown(name)));
    }
    return measures;
  }

  private static BadNetwork unknown(String name) {
    return new BadNetwork(
        "There is no measure %s. Maybe you mean one of all, none, %s."
            .formatted(
                name.strip(),
                Arrays.stream(values()).map(Measure::code).collect(Collectors.joining(", "))));
  }
}
