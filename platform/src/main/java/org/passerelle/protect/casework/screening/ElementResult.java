package org.passerelle.protect.casework.screening;

import java.util.List;
import org.passerelle.forms.Section;

/**
 * Result for act, means or purpose, with the signs that were ticked.
 *
 * @param dimensions dimensions of the ILO sets that belong to the element
 */
public record ElementResult(
    Section.Element element, State state, List<Sign> signs, List<DimensionResult> dimensions) {
  public ElementResult {
    signs = List.copyOf(signs);
    dimensions = List.copyOf(dimensions);
  }

  /** What is known about an element. */
  public enum State {
    PRESENT,
    /** Signs are present, but too weak or too few for the rule of the set. */
    SOME_SIGNS,
    /** Means are not required for a minor. */
    NOT_REQUIRED,
    /** Answered with "none of these". */
    NONE,
    /** Not answered, or answered with "not known". */
    NOT_KNOWN
  }

  /**
   * A dimension of the ILO sets.
   *
   * @param section section whose title names it
   * @param positive positive according to {@link IloRule}
   */
  public record DimensionResult(
      String section, int strong, int medium, int weak, boolean positive) {}
}
