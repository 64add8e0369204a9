package org.passerelle.understand.estimation;

import java.util.List;

/**
 * An analyst's assessment of a study's assumptions. Immutable; stored sealed with name and time.
 *
 * @param name name of the analyst at the time
 * @param judgements one for each of {@link #ASSUMPTIONS}, in that order
 * @param conclusion the analyst's conclusion
 * @param result digest of the assessed result
 */
public record Signature(String name, List<Judgement> judgements, String conclusion, String result) {
  /** As in the engine's report. */
  public static final List<String> ASSUMPTIONS =
      List.of("closed", "linkage", "definition", "referral", "possible");

  /** Verdicts on an assumption. */
  public static final List<String> VERDICTS = List.of("holds", "doubtful", "fails");

  public Signature {
    judgements = List.copyOf(judgements);
  }

  /**
   * Judgement of one assumption.
   *
   * @param verdict one of {@link #VERDICTS}
   * @param because the analyst's reason
   */
  public record Judgement(String assumption, String verdict, String because) {}
}
