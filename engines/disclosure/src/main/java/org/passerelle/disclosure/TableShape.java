package org.passerelle.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that is to be published: all its cells and all their totals.
 *
 * @param id in file names; letters, digits, hyphens
 * @param title for readers
 * @param dimensions by which it is parted, one to {@link #MOST_DIMENSIONS}
 * @param percentOf variables within whose categories shares are told: none for shares of all; null
 *     where no shares are told
 */
public record TableShape(
    String id, String title, List<Dimension> dimensions, @Nullable List<Integer> percentOf) {
  /** More dimensions than readers follow, and than the memory of a small machine holds. */
  public static final int MOST_DIMENSIONS = 5;

  public TableShape {
    dimensions = List.copyOf(dimensions);
    percentOf = percentOf == null ? null : List.copyOf(percentOf);
  }

  /**
   * A variable as a table shows it.
   *
   * @param variable place among the variables of the release
   * @param depth down to which groups are parted; {@link Integer#MAX_VALUE} for all
   */
  public record Dimension(int variable, int depth) {}
}
