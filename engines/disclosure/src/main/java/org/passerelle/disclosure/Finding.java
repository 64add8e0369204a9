package org.passerelle.disclosure;

/**
 * A cell that must not be published in this form.
 *
 * @param kind kind of problem
 * @param cell name of the cell
 * @param low minimum value according to everything published
 * @param high maximum value
 */
public record Finding(Kind kind, CellName cell, long low, long high) {
  /** Kind of problem. */
  public enum Kind {
    /** Its value can be derived from the published figures. */
    RECOVERED,
    /** Its interval is narrower than the policy's width. */
    NARROW,
    /** Its interval seems wide enough, but no integer tables were found that prove it. */
    UNPROVEN,
    /** A person alone in another cell can narrow it. */
    INSIDER,
    /** Its highest estimate is so close that a contributor learns the amount of another. */
    DOMINATED,
    /** Readers can tell that everybody in a group shares its sensitive category. */
    ATTRIBUTE,
    /** It is shown although it is small. */
    SMALL,
    /** No table fits the published figures: they are contradictory. */
    CONTRADICTION
  }

  /** In English; {@link AuditFiles} translates it. */
  @Override
  public String toString() {
    return Words.in("en").of(this);
  }
}
