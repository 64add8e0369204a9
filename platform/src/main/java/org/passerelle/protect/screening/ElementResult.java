package org.passerelle.protect.screening;

import java.util.List;
import org.passerelle.forms.Section;

/**
 * Act, means or purpose, with what was ticked.
 *
 * @param dimensions of the ILO sets that belong to the element
 */
public record ElementResult(
    Section.Element element, State state, List<Sign> signs, List<DimensionResult> dimensions) {
  public ElementResult {
    signs = List.copyOf(signs);
    dimensions = List.copyOf(dimensions);
  }

  /** What is known of the element. */
  public enum State {
    PRESENT,
    /** Signs are there, too weak or too few for the rule of the set. */
    SOME_SIGNS,
    /** A minor needs no means. */
    NOT_REQUIRED,
    /** Answered: none of these. */
    NONE,
    /** Not answered, or answered that it is not known. */
    NOT_KNOWN
  }

  /**
   * One dimension of the ILO sets.
   *
   * @param section whose title names it
   * @param positive by the rule of {@link IloRule}
   */
  public record DimensionResult(
      String section, int strong, int medium, int weak, boolean positive) {}
}
