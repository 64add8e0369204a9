package org.passerelle.understand.estimation;

import java.util.List;

/**
 * An analyst's judgement of what a study supposes. Immutable; stored sealed with name and time.
 *
 * @param name of whoever signed, as it was then
 * @param judgements one for each of {@link #ASSUMPTIONS}, in that order
 * @param conclusion what may be said, in the analyst's words
 * @param result digest of the result that was signed
 */
public record Signature(String name, List<Judgement> judgements, String conclusion, String result) {
  /** As in the engine's report. */
  public static final List<String> ASSUMPTIONS =
      List.of("closed", "linkage", "definition", "referral", "possible");

  /** Whether an assumption holds. */
  public static final List<String> VERDICTS = List.of("holds", "doubtful", "fails");

  public Signature {
    judgements = List.copyOf(judgements);
  }

  /**
   * On one assumption.
   *
   * @param verdict one of {@link #VERDICTS}
   * @param because in the analyst's words
   */
  public record Judgement(String assumption, String verdict, String because) {}
}
