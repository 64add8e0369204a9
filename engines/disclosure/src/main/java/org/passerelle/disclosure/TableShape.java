package org.passerelle.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table to be published, with all its cells and totals.
 *
 * @param id in file names; letters, digits, hyphens
 * @param title for readers
 * @param dimensions its dimensions, one to {@link #MOST_DIMENSIONS}
 * @param percentOf variables within whose categories percentages are computed: empty for
 *     percentages of the total; null for no percentages
 */
public record TableShape(
    String id, String title, List<Dimension> dimensions, @Nullable List<Integer> percentOf) {
  /**
   * Maximum number of dimensions; more would be hard to read, and too large for the memory of a
   * small machine.
   */
  public static final int MOST_DIMENSIONS = 5;

  public TableShape {
    dimensions = List.copyOf(dimensions);
    percentOf = percentOf == null ? null : List.copyOf(percentOf);
  }

  /**
   * A variable as shown by a table.
   *
   * @param variable index among the variables of the release
   * @param depth depth down to which groups are broken down; {@link Integer#MAX_VALUE} for all
   */
  public record Dimension(int variable, int depth) {}
}
