package org.passerelle.estimation;

/** The question has no answer from this table; the sentence says why, for the analyst. */
public final class NoEstimate extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Sentence sentence;

  NoEstimate(Sentence sentence) {
    super(sentence.in("en"));
    this.sentence = sentence;
  }

  /** Why, in any language. */
  public Sentence sentence() {
    return sentence;
  }
}
