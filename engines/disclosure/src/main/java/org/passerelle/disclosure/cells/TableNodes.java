package org.passerelle.disclosure.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.passerelle.disclosure.cells.CellSystem.Node;

/** A table with the sums of its rows and columns, as nodes of a {@link CellSystem}. */
final class TableNodes {
  private final Node[][] nodes;

  /**
   * Adds a table.
   *
   * @param own whether it is the table to be protected: its cells are shown unless they are small,
   *     its sums according to {@code open}; all of another table is shown
   * @param told whether cells are shown at all; otherwise a cell may be zero
   */
  TableNodes(CellSystem system, long[][] counts, boolean[][] open, boolean own, boolean told) {
    int rows = counts.length;
    int columns = counts[0].length;
    nodes = new Node[rows + 1][columns + 1];
    for (int r = 0; r <= rows; r++) {
      for (int c = 0; c <= columns; c++) {
        long count = count(counts, r, c);
        boolean sum = r == rows || c == columns;
        boolean grand = r == rows && c == columns;
        boolean cell = (own && !sum) ? !SmallCells.isSmall(count) : (told && open[r][c]);
        boolean shown = grand || cell;
        nodes[r][c] = system.node(count, shown, told);
      }
    }
    sums(system);
  }

  private TableNodes(Node[][] nodes) {
    this.nodes = nodes;
  }

  private static long count(long[][] counts, int row, int column) {
    long[][] rows = row == counts.length ? counts : new long[][] {counts[row]};
    return Arrays.stream(rows)
        .mapToLong(r -> column == r.length ? Arrays.stream(r).sum() : r[column])
        .sum();
  }

  private void sums(CellSystem system) {
    for (Node[] row : nodes) {
      system.sum(List.of(row));
    }
    for (int c = 0; c < nodes[0].length; c++) {
      system.sum(column(c));
    }
  }

  private List<Node> column(int column) {
    return Arrays.stream(nodes).map(row -> row[column]).toList();
  }

  /** Adds what a filter excludes from the other table. */
  void without(TableNodes other, CellSystem system) {
    Node[][] rest = new Node[nodes.length][nodes[0].length];
    for (int r = 0; r < nodes.length; r++) {
      for (int c = 0; c < nodes[0].length; c++) {
        rest[r][c] = system.rest(nodes[r][c], other.nodes[r][c]);
      }
    }
    new TableNodes(rest).sums(system);
  }

  /** Sets which cells may be hidden to protect each one: first itself, then its neighbours. */
  void mayBeHidden() {
    int rows = nodes.length - 1;
    int columns = nodes[0].length - 1;
    for (int r = 0; r <= rows; r++) {
      for (int c = 0; c <= columns; c++) {
        List<Node> beside = new ArrayList<>();
        if (c < columns) {
          beside.addAll(column(c).subList(0, rows));
        }
        if (r < rows) {
          beside.addAll(Arrays.asList(nodes[r]).subList(0, columns));
        }
        nodes[r][c].beside(beside, r < rows && c < columns);
      }
    }
  }

  /** Reads which cells are finally shown. */
  void read(boolean[][] open) {
    for (int r = 0; r < nodes.length - 1; r++) {
      for (int c = 0; c < nodes[0].length - 1; c++) {
        open[r][c] = nodes[r][c].shown();
      }
    }
  }
}
