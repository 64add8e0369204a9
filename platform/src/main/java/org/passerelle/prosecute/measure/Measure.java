package org.passerelle.prosecute.measure;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.Worded;

/**
 * An investigative measure that an authority ordered. Its limit is the one that the order states;
 * nothing is computed by law.
 *
 * @param kind code of {@code investigative_measures}
 * @param suspect against whom, or null
 * @param until last day that the order allows; null without one
 * @param executedOn null until it was carried out
 * @param endedOn null while it runs
 */
public record Measure(
    UUID id,
    String kind,
    @Nullable UUID suspect,
    LocalDate orderedOn,
    LocalDate from,
    @Nullable LocalDate until,
    @Nullable LocalDate executedOn,
    @Nullable LocalDate endedOn,
    Words words) {

  /**
   * What people wrote.
   *
   * @param authority who ordered it
   * @param limit the limit in the words of the order
   * @param source where the limit stands: the order, an article
   * @param result what came of it; empty while it runs
   */
  public record Words(String authority, String limit, String source, String result)
      implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("authority", authority, "limit", limit, "source", source, "result", result);
    }
  }

  /** What is entered when it was ordered. */
  public record Draft(
      String kind,
      @Nullable UUID suspect,
      LocalDate orderedOn,
      LocalDate from,
      @Nullable LocalDate until,
      Words words) {}

  /** Whether it ended. */
  public boolean ended() {
    return endedOn != null;
  }
}
