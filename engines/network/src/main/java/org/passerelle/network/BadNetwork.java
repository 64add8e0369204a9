package org.passerelle.network;

/** What cannot be read or asked of a network; the message says where and what was expected. */
public final class BadNetwork extends IllegalArgumentException {
  private static final long serialVersionUID = 1;
  private final String sentence;

  /** A sentence for the person who gave the file or asked the question. */
  public BadNetwork(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  /**
   * The same with the place in the file before it, unless it names the file already.
   *
   * @param file as messages call it
   */
  public BadNetwork in(String file, String where) {
    return sentence.startsWith(file) ? this : new BadNetwork(where + ": " + sentence);
  }
}
