package org.passerelle.evidence;

/**
 * A case file cannot be created; the message names the exhibit or file and the reason, and ends
 * with a suggestion. Nothing was written.
 */
public final class BadCaseFile extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 1_000;

  /** A message for the user; names in it may be hostile and are sanitised. */
  public BadCaseFile(String sentence) {
    super(shown(sentence));
  }

  /** The same with a cause. */
  public BadCaseFile(String sentence, Throwable cause) {
    super(shown(sentence), cause);
  }

  /** Text on one line, without terminal control characters and bidirectional marks. */
  public static String shown(String text) {
    String plain = text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+", " ");
    return plain.length() <= LONGEST
        ? plain
        : plain.substring(0, LONGEST / 2) + " … " + plain.substring(plain.length() - LONGEST / 2);
  }
}
