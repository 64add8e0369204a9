package org.passerelle.understand.estimation.web;

import java.util.List;
import java.util.UUID;

/**
 * The studies that a user may see.
 *
 * @param analyst whether the user may request one
 */
public record StudyList(List<Line> lines, boolean analyst) {
  public StudyList {
    lines = List.copyOf(lines);
  }

  /**
   * A study.
   *
   * @param heading the result, or that there is none yet
   * @param state {@code signed}, {@code unsigned} or {@code unfinished}
   */
  public record Line(UUID id, String heading, String scope, String state, String asked) {
    /** CSS class of the badge. */
    public String badge() {
      return switch (state) {
        case "signed" -> "good";
        case "unsigned" -> "warn";
        default -> "accent";
      };
    }
  }
}
