package org.passerelle.understand.estimation.web;

import java.util.List;
import java.util.UUID;

/**
 * The studies that a reader may see.
 *
 * @param analyst whether the reader may begin one
 */
public record StudyList(List<Line> lines, boolean analyst) {
  public StudyList {
    lines = List.copyOf(lines);
  }

  /**
   * A study.
   *
   * @param heading what was found, or that nothing is yet
   * @param state {@code signed}, {@code unsigned} or {@code unfinished}
   */
  public record Line(UUID id, String heading, String scope, String state, String asked) {
    /** Class of the badge. */
    public String badge() {
      return switch (state) {
        case "signed" -> "good";
        case "unsigned" -> "warn";
        default -> "accent";
      };
    }
  }
}
