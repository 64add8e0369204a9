package org.passerelle.disclosure;

import java.util.List;

/**
 * A release cannot be read, counted or published as declared; the message names the file and the
 * field, the value found, and a remedy. Nothing was published.
 */
public final class BadRelease extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 1_000;
  private final transient List<CellName> cells;

  /**
   * A message for the author of the release. Names in it may be hostile: terminal control
   * characters are removed, and long ones are truncated.
   */
  public BadRelease(String sentence) {
    this(sentence, List.of());
  }

  /** The same about some cells. */
  BadRelease(String sentence, List<CellName> cells) {
    super(shown(sentence));
    this.cells = List.copyOf(cells);
  }

  /** The cells that keep figures from being published, if it is about some. */
  public List<CellName> cells() {
    return cells;
  }

  private static String shown(String text) {
    String plain = text.replaceAll("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]+", " ");
    return plain.length() <= LONGEST
        ? plain
        : plain.substring(0, LONGEST / 2) + " … " + plain.substring(plain.length() - LONGEST / 2);
  }
}
