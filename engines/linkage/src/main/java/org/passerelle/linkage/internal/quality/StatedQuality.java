package org.passerelle.linkage.internal.quality;

import java.util.List;
import org.passerelle.linkage.Expected;
import org.passerelle.linkage.Match;
import org.passerelle.linkage.internal.candidates.Pairs;

/** What is stated of matches without labels, or why nothing is. Not for several threads. */
public final class StatedQuality {
  /**
   * Where more of the pairs of one person agree in too little to be sure, nothing is known of them.
   */
  private static final double MOST_HIDDEN = 1.0 / 3;

  /** Matches there are likely to be, those included that were never compared; 0 if unknown. */
  private double likely;

  private HeterogeneousRecall.Estimate hidden = HeterogeneousRecall.Estimate.NONE;
  private String doubt = "";

  /** Takes note of how pairs were found. */
  public void found(
      ComparisonResult comparisonResult,
      int[] groups,
      List<Match> matches,
      UnmatchedProbability unmatchedProbability) {
    double sum = unmatchedProbability.likely(comparisonResult::isByItself);
    for (Match match : matches) {
      sum +=
          comparisonResult.isByItself(Pairs.key(match.left(), match.right()))
              ? match.probability()
              : 0;
    }
    likely = sum / comparisonResult.byThemselves(groups);
    hidden = comparisonResult.hidden();
  }

  /** Takes note of why precision and recall cannot be known; empty where they can. */
  public void doubt(String why) {
    doubt = why;
  }

  /**
   * The mean of the probabilities of the matches, and what part they are of all that there are.
   * These are between two numbers: what was compared, where each error stands by itself, and what
   * the spread of errors tells, where the most careless are without limit.
   */
  public Expected expected(List<Match> matches, UnmatchedProbability unmatchedProbability) {
    double right = 0;
    for (Match match : matches) {
      right += match.probability();
    }
    double least = Math.max(right + unmatchedProbability.likely(pair -> true), likely);
    double all = (least + Math.max(least, hidden.pairs())) / 2;
    String why =
        doubt.isEmpty() && hidden.share() > MOST_HIDDEN
            ? "records differ so much in how many errors they have that many matches may be hidden"
            : doubt;
    return new Expected(
        matches.isEmpty() ? 1 : right / matches.size(), all == 0 ? 1 : right / all, why);
  }
}
