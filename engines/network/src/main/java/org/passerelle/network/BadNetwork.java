package org.passerelle.network;

/** What cannot be read or asked of a network; the message says where and what was expected. */
public final class BadNetwork extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 1_000;
  private final String sentence;

  /**
   * A sentence for the person who gave the file or asked the question. Names in it may be hostile:
   * what would steer a terminal is taken out, what is too long is cut.
   */
  public BadNetwork(String sentence) {
    super(shown(sentence));
    this.sentence = shown(sentence);
  }

  /**
   * The same with the place in the file before it, unless it names the file already.
   *
   * @param file as messages call it
   */
  public BadNetwork in(String file, String where) {
    return sentence.startsWith(file) ? this : new BadNetwork(where + ": " + sentence);
  }

  /** Text on one line, without characters that steer terminals or turn the direction of writing. */
  public static String shown(String text) {
    String plain = text.replaceAll("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]+", " ");
    return plain.length() <= LONGEST
        ? plain
        : plain.substring(0, LONGEST / 2) + " … " + plain.substring(plain.length() - LONGEST / 2);
  }
}
