package org.passerelle.disclosure;

/**
 * A cell that must not leave like this.
 *
 * @param kind what is wrong
 * @param cell in words
 * @param low the least it can be by everything published
 * @param high the most
 */
public record Finding(Kind kind, String cell, long low, long high) {
  /** What is wrong with a cell. */
  public enum Kind {
    /** Its value follows from what is published. */
    RECOVERED("is recovered exactly"),
    /** What is left open is narrower than the policy's width. */
    NARROW("is left too narrow an interval"),
    /** What is left open seems wide enough, but no whole numbers were found that prove it. */
    UNPROVEN("could not be proven to be left its interval"),
    /** One who alone fills another cell can narrow it down. */
    INSIDER("is narrowed down by a person who knows their own cell"),
    /** It is shown, and small. */
    SMALL("is shown and small"),
    /** Nothing fits what is published: figures contradict one another. */
    CONTRADICTION("contradicts the other figures");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  /** In words. */
  @Override
  public String toString() {
    String many = high >= 1L << 39 ? "or more" : "to " + high;
    return kind == Kind.CONTRADICTION
        ? cell + " " + kind.words
        : "%s %s: %s".formatted(cell, kind.words, low == high ? "" + low : low + " " + many);
  }
}
