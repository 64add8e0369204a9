package org.passerelle.network.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.network.BadNetwork;

/** What can be asked of a network. */
public enum Measure {
  DEGREE("degree"),
  BETWEENNESS("betweenness"),
  CLOSENESS("closeness"),
  PAGE_RANK("pageRank"),
  CORE("core"),
  ARTICULATION("articulation"),
  CONSTRAINT("constraint"),
  CLUSTERING("clustering"),
  CORE_PERIPHERY("corePeriphery"),
  GROUP("group"),
  /** How every ranking above holds where part of the network was not seen. */
  STABILITY("stability");

  private final String code;

  Measure(String code) {
    this.code = code;
  }

  /** How it is written in files and commands. */
  public String code() {
    return code;
  }

  /**
   * Reads names parted by commas; {@code all} stands for every one.
   *
   * @throws BadNetwork for a name that there is not
   */
  public static Set<Measure> of(String names) {
    Set<Measure> measures = EnumSet.noneOf(Measure.class);
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
        "There is no measure %s. Maybe one of all, %s is meant."
            .formatted(
                name.strip(),
                Arrays.stream(values()).map(Measure::code).collect(Collectors.joining(", "))));
  }
}
