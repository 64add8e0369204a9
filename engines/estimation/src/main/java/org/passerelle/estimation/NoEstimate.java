package org.passerelle.estimation;

/** The question has no answer from this table; the message says why, for the analyst. */
public final class NoEstimate extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NoEstimate(String sentence) {
    super(sentence);
  }
}
