package org.passerelle.steer.findings.web;

import java.util.List;
import java.util.Optional;
import org.passerelle.pages.Filled;
import org.passerelle.steer.findings.Findings;

/**
 * The findings, open ones first.
 *
 * @param looks what the rules look at
 * @param mayAnswer whether the user may answer them
 * @param form the input
 */
public record FindingsPage(
    List<Line> open, List<Line> answered, List<String> looks, boolean mayAnswer, Filled form) {
  public FindingsPage {
    open = List.copyOf(open);
    answered = List.copyOf(answered);
    looks = List.copyOf(looks);
  }

  /**
   * A finding in the reader's language.
   *
   * @param answer its answer, or empty
   */
  public record Line(
      String key, String sentence, List<Side> sides, Optional<Findings.Answer> answer) {
    public Line {
      sides = List.copyOf(sides);
    }
  }

  /** One of the statements, with its source. */
  public record Side(String name, String href, String says, String source) {}
}
