package org.passerelle.understand.estimation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.estimation.CaptureHistories;
import org.passerelle.estimation.Estimate;
import org.passerelle.estimation.Findings;

/**
 * The content of a study: counts and results computed from them, no data of persons. Immutable;
 * stored sealed.
 *
 * @param lists code of each list: type of organisation, country or organisation, or {@link #OTHERS}
 * @param counts number of people on exactly the lists of a mask, by mask
 * @param merged codes of the merged lists
 * @param organisations organisations that saw anybody within the scope
 * @param records number of compared personal files
 * @param linkage quality of the record linkage, as estimated by the model
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
  /** Code of the merged list. */
  public static final String OTHERS = "others";

  public StudyResult {
    lists = List.copyOf(lists);
    counts = counts.clone();
    merged = List.copyOf(merged);
    estimates = List.copyOf(estimates);
  }

  /**
   * Quality of the record linkage across organisations.
   *
   * @param precision expected precision according to the model
   * @param recall expected recall according to the model
   * @param stated number of matches declared by caseworkers
   * @param doubtful whether the model cannot know the two shares; false in results stored by older
   *     versions
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

  /** The input of the engine. */
  public CaptureHistories table() {
    return CaptureHistories.of(lists, counts);
  }
}
