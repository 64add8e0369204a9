package org.passerelle.understand.estimation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.estimation.CaptureHistories;
import org.passerelle.estimation.Estimate;
import org.passerelle.estimation.Findings;

/**
 * What a study holds: counts and what was computed from them, nothing of any person. Immutable;
 * stored sealed.
 *
 * @param lists how each list is called: kind of organisation, country or organisation, or {@link
 *     #OTHERS}
 * @param counts people seen on exactly the lists of a mask, by mask
 * @param merged codes of the lists that stand together as the others
 * @param organisations that saw anybody of the scope
 * @param records files of persons that were compared
 * @param linkage how well persons were recognised, by the model's own account
 */
public record StudyResult(
    List<String> lists,
    long[] counts,
    List<String> merged,
    int organisations,
    int records,
    Recognition linkage,
    List<Estimate> estimates,
    Findings findings) {
  /** Code of the list of those that were merged. */
  public static final String OTHERS = "others";

  public StudyResult {
    lists = List.copyOf(lists);
    counts = counts.clone();
    merged = List.copyOf(merged);
    estimates = List.copyOf(estimates);
  }

  /**
   * How persons were recognised across organisations.
   *
   * @param precision share of the matches that are right, as the model expects it
   * @param recall share of the true matches that were found, as the model expects it
   * @param stated matches that a caseworker had stated
   * @param doubtful whether the model cannot know the two shares; none in what was stored before it
   *     could say so
   */
  public record Recognition(
      double precision, double recall, int stated, @Nullable Boolean doubtful) {
    /** Whether the two shares may be shown. */
    public boolean isKnown() {
      return !Boolean.TRUE.equals(doubtful);
    }
  }

  @Override
  public long[] counts() {
    return counts.clone();
  }

  /** The table that the engine works on. */
  public CaptureHistories table() {
    return CaptureHistories.of(lists, counts);
  }
}
