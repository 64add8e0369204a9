package org.passerelle.linkage;

import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How lists are linked. Immutable.
 *
 * @param columns what columns tell of a person, where their names do not say it
 * @param leftOut columns that take no part
 * @param source column of which a person has at most one record for each value, such as the agency
 *     where no agency registers a person twice; null for none
 * @param matching how many partners a record may have where two lists are linked
 * @param grouping how records become groups where one list is deduplicated
 * @param threshold least probability of a match; null for {@code Grouping.EVEN}, which needs no
 *     labels
 * @param fixed what is known of columns beforehand, by column
 * @param seed of every random draw
 * @param threads to use; the result does not depend on it
 */
public record LinkSettings(
    Map<String, AttributeKind> columns,
    Set<String> leftOut,
    @Nullable String source,
    Matching matching,
    Grouping grouping,
    @Nullable Double threshold,
    Map<String, Fixed> fixed,
    long seed,
    int threads)
    implements Serializable {

  /** How many partners a record may have in the other list. */
  public enum Matching {
    /** One, unless the lists themselves hold persons several times. */
    AUTO,
    ONE_TO_ONE,
    MANY
  }

  /** How records become groups. */
  public enum Grouping {
    /** By the average over all pairs of two groups; for lists with errors. */
    AVERAGE,
    /** Whatever is connected by pairs that are nearly certain. */
    COMPONENTS
  }

  public LinkSettings {
    columns = Map.copyOf(columns);
    leftOut = Set.copyOf(leftOut);
    fixed = Map.copyOf(fixed);
    if (threshold != null && !(threshold > 0 && threshold < 1)) {
      throw new BadRecords(
          "The threshold is %s. Maybe it should lie between 0 and 1, such as 0.9."
              .formatted(threshold));
    }
  }

  /** What suits most lists: everything found from the names of the columns, seed 1, all cores. */
  public static LinkSettings usual() {
    return new LinkSettings(
        Map.of(),
        Set.of(),
        null,
        Matching.AUTO,
        Grouping.AVERAGE,
        null,
        Map.of(),
        1,
        Runtime.getRuntime().availableProcessors());
  }

  public LinkSettings withThreshold(@Nullable Double value) {
    return new LinkSettings(
        columns, leftOut, source, matching, grouping, value, fixed, seed, threads);
  }

  public LinkSettings withSeed(long value) {
    return new LinkSettings(
        columns, leftOut, source, matching, grouping, threshold, fixed, value, threads);
  }

  public LinkSettings withThreads(int value) {
    return new LinkSettings(
        columns, leftOut, source, matching, grouping, threshold, fixed, seed, value);
  }

  public LinkSettings withMatching(Matching value) {
    return new LinkSettings(
        columns, leftOut, source, value, grouping, threshold, fixed, seed, threads);
  }

  public LinkSettings withLeftOut(Set<String> value) {
    return new LinkSettings(
        columns, value, source, matching, grouping, threshold, fixed, seed, threads);
  }
}
