package org.passerelle.linkage.internal.candidates;

import java.io.Serializable;
import org.passerelle.linkage.internal.comparison.Texts;

/**
 * Records whose candidates compete in the first rounds of learning: all of them, or, of very many
 * candidates, those of some records. Which records does not depend on where they are worked on.
 *
 * @param every one record of so many
 */
public record LearningSample(int every) implements Serializable {
  private static final long MOST = 2_000_000;

  /** For so many candidates. */
  public static LearningSample of(long candidates) {
    return new LearningSample((int) (1 + candidates / MOST));
  }

  boolean isAll() {
    return every == 1;
  }

  boolean takes(int record) {
    return Long.remainderUnsigned(Texts.mix(record + 1L), every) == 0;
  }
}
