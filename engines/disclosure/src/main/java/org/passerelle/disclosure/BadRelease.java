package org.passerelle.disclosure;

/**
 * What cannot be read, counted or published as declared; the message names the file and the field,
 * what was found there, and what to do. Nothing was published when it is thrown.
 */
public final class BadRelease extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 1_000;

  /**
   * A sentence for the person who declared the release. Names in it may be hostile: what would
   * steer a terminal is taken out, what is too long is cut.
   */
  public BadRelease(String sentence) {
    super(shown(sentence));
  }

  private static String shown(String text) {
    String plain = text.replaceAll("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069]+", " ");
    return plain.length() <= LONGEST
        ? plain
        : plain.substring(0, LONGEST / 2) + " … " + plain.substring(plain.length() - LONGEST / 2);
  }
}
