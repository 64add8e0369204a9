package org.passerelle.steer.findings.web;

import java.util.List;
import java.util.Optional;
import org.passerelle.pages.Filled;
import org.passerelle.steer.findings.Findings;

/**
 * The findings, open ones first.
 *
 * @param mayAnswer whether the reader answers them
 * @param form of an answer, as typed
 */
public record FindingsPage(List<Line> open, List<Line> answered, boolean mayAnswer, Filled form) {
  public FindingsPage {
    open = List.copyOf(open);
    answered = List.copyOf(answered);
  }

  /**
   * A finding in the reader's words.
   *
   * @param answer what was said to it, or nothing
   */
  public record Line(
      String key, String sentence, List<Side> sides, Optional<Findings.Answer> answer) {
    public Line {
      sides = List.copyOf(sides);
    }
  }

  /** One side: what an entry says, and the source it gives. */
  public record Side(String name, String href, String says, String source) {}
}
