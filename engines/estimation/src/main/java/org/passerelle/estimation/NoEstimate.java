package org.passerelle.estimation;

/** There is no estimate for this table; the sentence tells the analyst why. */
public final class NoEstimate extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Sentence sentence;

  NoEstimate(Sentence sentence) {
    super(sentence.in("en"));
    this.sentence = sentence;
  }

  /** The reason, in any language. */
  public Sentence sentence() {
    return sentence;
  }
}
