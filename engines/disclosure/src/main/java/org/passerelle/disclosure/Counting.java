package org.passerelle.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * What the figures of a release count or add up.
 *
 * @param person column that tells which rows are of one person; null if each row is a person
 * @param rows most rows of one person that are counted, from 1
 * @param amount the amount that is added up; null if rows are counted
 */
public record Counting(@Nullable String person, int rows, @Nullable Amount amount) {
  /** Each row is a person. */
  public static final Counting PERSONS = new Counting(null, 1, null);

  /** Most rows of one person that a declaration may ask for. */
  static final int MOST_ROWS = 20;

  /**
   * An amount, in whole units from 0.
   *
   * @param column column of the data
   * @param label for readers
   * @param unit its unit, such as {@code EUR}; may be empty
   */
  public record Amount(String column, String label, String unit) {}

  /** Whether figures are amounts. */
  boolean isAmount() {
    return amount != null;
  }
}
