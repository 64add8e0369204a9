package org.passerelle.protect.casework.safety.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A safety plan: what to do in danger. Immutable; a change creates a new one.
 *
 * @param review date of the next review
 */
public record SafetyPlan(UUID id, UUID caseId, LocalDate review, Words words, Instant at, UUID by) {
  /** Its parts, in the order in which they are written and read. */
  public static final List<String> PARTS =
      List.of("signs", "doing", "call", "go", "along", "knows");

  /** Maximum length of a part, in characters. */
  public static final int MOST = 600;

  /** Maximum number of lines of a part, so that all fit on one page. */
  static final int LINES = 6;

  /**
   * The encrypted part.
   *
   * @param signs signs by which danger is recognised
   * @param doing what to do then
   * @param call whom to call
   * @param go where to go; never a shelter
   * @param along what to take along
   * @param knows who knows of the plan
   */
  public record Words(
      String signs, String doing, String call, String go, String along, String knows) {

    /** The texts by {@link #PARTS}. */
    public Map<String, String> byPart() {
      Map<String, String> parts = new LinkedHashMap<>();
      parts.put("signs", signs);
      parts.put("doing", doing);
      parts.put("call", call);
      parts.put("go", go);
      parts.put("along", along);
      parts.put("knows", knows);
      return parts;
    }
  }
}
