package org.passerelle.linkage;

/** Records, a key or a configuration that cannot be worked with; the message says what to do. */
public final class BadRecords extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public BadRecords(String sentence) {
    super(sentence);
  }
}
