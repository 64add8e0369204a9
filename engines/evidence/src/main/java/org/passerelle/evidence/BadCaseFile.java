package org.passerelle.evidence;

/**
 * What keeps a case file from being made: the message says which exhibit or file and why, and ends
 * with what may help. Nothing was written.
 */
public final class BadCaseFile extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 1_000;

  /** A sentence for the person who asked; names in it may be hostile and are made harmless. */
  public BadCaseFile(String sentence) {
    super(shown(sentence));
  }

  /** As above, with what lies below it. */
  public BadCaseFile(String sentence, Throwable cause) {
    super(shown(sentence), cause);
  }

  /** Text on one line, without characters that steer terminals or turn the direction of writing. */
  public static String shown(String text) {
    String plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ");
    return plain.length() <= LONGEST
        ? plain
        : plain.substring(0, LONGEST / 2) + " … " + plain.substring(plain.length() - LONGEST / 2);
  }
}
