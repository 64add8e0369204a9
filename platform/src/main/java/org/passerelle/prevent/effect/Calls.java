package org.passerelle.prevent.effect;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Calls to a helpline by week, as somebody entered them.
 *
 * @param line which helpline
 * @param source who says so
 * @param weeks numbers by Monday (ISO 8601); a week that is not among them is not known
 */
public record Calls(String line, String source, Map<String, Integer> weeks) {
  public Calls {
    weeks = Map.copyOf(weeks);
  }

  /** The number of a week, if it is known. */
  public Optional<Integer> in(LocalDate monday) {
    return Optional.ofNullable(weeks.get(monday.toString()));
  }
}
