package org.passerelle.disclosure;

import java.util.List;

/**
 * A table that is to be published: all its cells and all their totals.
 *
 * @param id in file names; letters, digits, hyphens
 * @param title for readers
 * @param dimensions by which it is parted, one to {@link #MOST_DIMENSIONS}
 */
public record TableShape(String id, String title, List<Dimension> dimensions) {
  /** More dimensions than readers follow, and than the memory of a small machine holds. */
  public static final int MOST_DIMENSIONS = 5;

  public TableShape {
    dimensions = List.copyOf(dimensions);
  }

  /**
   * A variable as a table shows it.
   *
   * @param variable place among the variables of the release
   * @param depth down to which groups are parted; {@link Integer#MAX_VALUE} for all
   */
  public record Dimension(int variable, int depth) {}
}
