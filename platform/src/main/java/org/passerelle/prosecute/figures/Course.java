package org.passerelle.prosecute.figures;

import java.util.List;

/**
 * How far persons came, step by step. What must be hidden cannot be obtained from it. Immutable.
 *
 * @param id such as {@code victims}
 * @param steps in their order
 * @param told whether there is anything to show
 * @param whole all of them; without numbers unless shown
 * @param tables the same persons by one variable each
 */
public record Course(String id, List<String> steps, Told told, Row whole, List<Table> tables) {
  /** Code of the rows that were put together, since too few investigations stand behind each. */
  public static final String POOLED = "pooled";

  public Course {
    steps = List.copyOf(steps);
    tables = List.copyOf(tables);
  }

  /** Whether there is anything to show. */
  public enum Told {
    SHOWN,
    /** Nobody is recorded, which is not the same as none. */
    NOBODY,
    /** Too few investigations, or no way to protect the counts. */
    FEW
  }

  /** Rows of one variable. */
  public record Table(String by, List<Row> rows) {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row.
   *
   * @param code of a category; {@link #POOLED} for those put together
   * @param reached how many came to each step or further; {@code -1} if it is withheld
   * @param days median time in days since the step before; {@code -1} if it is not told
   */
  public record Row(String code, List<Long> reached, List<Long> days) {
    public Row {
      reached = List.copyOf(reached);
      days = List.copyOf(days);
    }

    boolean hides() {
      return reached.contains(-1L);
    }
  }

  /** Whether a count is withheld. */
  public boolean hides() {
    return whole.hides()
        || tables.stream().flatMap(table -> table.rows().stream()).anyMatch(Row::hides);
  }

  static Course untold(StepTables.Kind kind, Told why) {
    Row nothing = new Row("", List.of(), List.of());
    return new Course(kind.id(), kind.steps(), why, nothing, List.of());
  }
}
