package org.passerelle.protect.safeguards.report;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.passerelle.disclosure.cells.LinkedCells;

/**
 * The result of a report. Counts that must be hidden cannot be obtained from it.
 *
 * @param rows codes in order; the empty code means unknown
 * @param columns codes or names of periods in order; a single empty one if there are no columns
 * @param several whether a case may be counted in several rows or columns, so that totals count
 *     mentions
 */
public record ReportAnswer(
    ReportQuestion question,
    ReportQuestion.Months months,
    List<String> rows,
    List<String> columns,
    boolean several,
    Counts counts) {
  public ReportAnswer {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /** Counts with their protection. */
  public static final class Counts {
    private final long[][] cells;
    private final LinkedCells.Judged judged;

    Counts(long[][] cells, LinkedCells.Judged judged) {
      this.cells = cells;
      this.judged = judged;
    }

    private Counts ordered(List<Integer> rows, List<Integer> columns) {
      List<Integer> allRows = withSum(rows);
      List<Integer> allColumns = withSum(columns);
      long[][] moved = new long[rows.size()][columns.size()];
      boolean[][] open = new boolean[allRows.size()][allColumns.size()];
      for (int r = 0; r < allRows.size(); r++) {
        for (int c = 0; c < allColumns.size(); c++) {
          open[r][c] = judged.open()[allRows.get(r)][allColumns.get(c)];
          if (r < rows.size() && c < columns.size()) {
            moved[r][c] = cells[rows.get(r)][columns.get(c)];
          }
        }
      }
      return new Counts(moved, new LinkedCells.Judged(judged.total(), judged.cells(), open));
    }

    private static List<Integer> withSum(List<Integer> order) {
      return Stream.concat(order.stream(), Stream.of(order.size())).toList();
    }

    private long at(int row, int column) {
      long sum = 0;
      for (int r = 0; r < cells.length; r++) {
        for (int c = 0; c < cells[r].length; c++) {
          boolean in =
              (row == r || row == cells.length) && (column == c || column == cells[r].length);
          sum += in ? cells[r][c] : 0;
        }
      }
      return sum;
    }

    private boolean open(int row, int column) {
      boolean grand = row == cells.length && column == judged.open()[row].length - 1;
      return grand ? judged.total() : judged.cells() && judged.open()[row][column];
    }
  }

  /**
   * A copy in another order, such as alphabetical order of the labels.
   *
   * @param rowOrder index of the first row, of the second row, …
   */
  public ReportAnswer ordered(List<Integer> rowOrder, List<Integer> columnOrder) {
    return new ReportAnswer(
        question,
        months,
        rowOrder.stream().map(rows::get).toList(),
        columnOrder.stream().map(columns::get).toList(),
        several,
        counts.ordered(rowOrder, columnOrder));
  }

  /**
   * A count, or empty if it is withheld.
   *
   * @param row index; one beyond the last for totals
   * @param column index; one beyond the last for totals
   */
  public OptionalLong cell(int row, int column) {
    return counts.open(row, column)
        ? OptionalLong.of(counts.at(row, column))
        : OptionalLong.empty();
  }

  /** Total of a row; its count if there are no columns. */
  public OptionalLong row(int row) {
    boolean one = columns.size() == 1;
    return one && !counts.open(row, 0) ? OptionalLong.empty() : cell(row, columns.size());
  }

  /** The grand total. */
  public OptionalLong total() {
    return cell(rows.size(), columns.size());
  }

  /** Whether rows and columns may be shown at all. */
  public boolean told() {
    return counts.judged.cells();
  }

  /** Whether there are no cases, so that nothing needs protection. */
  public boolean none() {
    return total().orElse(1) == 0;
  }

  /** Whether any count is withheld. */
  public boolean withheld() {
    if (!told()) {
      return true;
    }
    for (int r = 0; r <= rows.size(); r++) {
      for (int c = 0; c <= columns.size(); c++) {
        if (!counts.open(r, c)) {
          return true;
        }
      }
    }
    return false;
  }
}
