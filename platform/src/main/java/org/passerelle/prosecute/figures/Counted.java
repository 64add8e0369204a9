package org.passerelle.prosecute.figures;

import java.time.LocalDate;
import java.util.Map;

/**
 * Somebody who is counted, without anything that tells who it is.
 *
 * @param investigation in which they are counted
 * @param codes code of each variable by its name
 * @param step index of the furthest step
 * @param days day of each step that is known; {@code -1} is the day before the first one
 */
record Counted(
    String investigation, Map<String, String> codes, int step, Map<Integer, LocalDate> days) {
  static final String UNKNOWN = "unknown";

  Counted {
    codes = Map.copyOf(codes);
    days = Map.copyOf(days);
  }

  String code(String variable) {
    return codes.getOrDefault(variable, UNKNOWN);
  }
}
