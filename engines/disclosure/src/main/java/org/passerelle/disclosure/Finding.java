package org.passerelle.disclosure;

/**
 * A cell that must not leave like this.
 *
 * @param kind what is wrong
 * @param cell what it is called
 * @param low the least it can be by everything published
 * @param high the most
 */
public record Finding(Kind kind, CellName cell, long low, long high) {
  /** What is wrong with a cell. */
  public enum Kind {
    /** Its value follows from what is published. */
    RECOVERED,
    /** What is left open is narrower than the policy's width. */
    NARROW,
    /** What is left open seems wide enough, but no whole numbers were found that prove it. */
    UNPROVEN,
    /** One who alone fills another cell can narrow it down. */
    INSIDER,
    /** It is shown, and small. */
    SMALL,
    /** Nothing fits what is published: figures contradict one another. */
    CONTRADICTION
  }

  /** In English; {@link AuditFiles} has it in other languages. */
  @Override
  public String toString() {
    return Words.in("en").of(this);
  }
}
