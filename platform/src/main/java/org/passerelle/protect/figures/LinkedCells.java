package org.passerelle.protect.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.protect.figures.CellSystem.Node;

/**
 * Hides small counts of a table that is asked for with and without filters, so that neither its own
 * totals nor the table that lacks one filter give them back. Where {@link SmallCells} judges tables
 * that are published together and hides totals too, here a total reads the same in every table: it
 * is shown from {@link SmallCells#THRESHOLD} on, or where it is zero, unless what a filter leaves
 * out would be small. What is hidden has one name, "withheld", which tells no more than that it is
 * not zero. Where that cannot be done, no cell of the table is shown at all.
 *
 * <p>For each table it takes the cells of its own rows and columns, those of every table with one
 * filter less as they are shown, and their difference, which nobody shows: a count from 1 to {@link
 * SmallCells#THRESHOLD} − 1 in any of them keeps all these values. Plain function; threads may call
 * it.
 */
public final class LinkedCells {
  /** Tables by the filters that hold, as bits; 0 is the table without filters. */
  private final Map<Integer, long[][]> tables;

  private final Map<Integer, Judged> judged = new HashMap<>();

  private LinkedCells(Map<Integer, long[][]> tables) {
    this.tables = tables;
  }

  /**
   * What is shown of a table. Without cells nothing but the total may be said.
   *
   * @param total whether the sum of all may be shown
   * @param cells whether rows, columns and cells may be told at all
   * @param open by row and column; the last of each are the sums
   */
  public record Judged(boolean total, boolean cells, boolean[][] open) {}

  /**
   * Judges a table with all its filters.
   *
   * @param tables by the filters that hold, as bits, every combination: of equal size, none
   *     negative
   */
  public static Judged of(Map<Integer, long[][]> tables) {
    LinkedCells linked = new LinkedCells(tables);
    int all = tables.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
    for (int filters = 0; filters <= all; filters++) {
      linked.judged.put(filters, linked.judge(filters));
    }
    return linked.judged(all);
  }

  private Judged judge(int filters) {
    long[][] counts = counts(filters);
    int rows = counts.length;
    int columns = rows == 0 ? 0 : counts[0].length;
    boolean[][] open = new boolean[rows + 1][columns + 1];
    open[rows][columns] = totalShown(filters);
    if (!open[rows][columns]) {
      return new Judged(false, false, open);
    }
    if (sum(counts) == 0) {
      Arrays.stream(open).forEach(row -> Arrays.fill(row, true));
      return new Judged(true, true, open);
    }
    // sums first, as a table of one dimension shows them
    boolean cells = line(filters, byRow(), open) && line(filters, byColumn(), open);
    cells = cells && table(filters, open);
    return new Judged(true, cells, open);
  }

  private boolean totalShown(int filters) {
    long sum = sum(counts(filters));
    if (SmallCells.isSmall(sum)) {
      return false;
    }
    return parents(filters).stream()
        .allMatch(p -> judged(p).total() && !SmallCells.isSmall(sum(counts(p)) - sum));
  }

  /** One line: which of its cells a table takes, and where they stand. */
  private interface Line {
    long[] counts(long[][] table);

    int[] place(int number, long[][] table);
  }

  private static Line byRow() {
    return new Line() {
      @Override
      public long[] counts(long[][] table) {
        return Arrays.stream(table).mapToLong(row -> Arrays.stream(row).sum()).toArray();
      }

      @Override
      public int[] place(int number, long[][] table) {
        return new int[] {number, table[0].length};
      }
    };
  }

  private static Line byColumn() {
    return new Line() {
      @Override
      public long[] counts(long[][] table) {
        long[] sums = new long[table[0].length];
        Arrays.stream(table)
            .forEach(row -> Arrays.setAll(sums, column -> sums[column] + row[column]));
        return sums;
      }

      @Override
      public int[] place(int number, long[][] table) {
        return new int[] {table.length, number};
      }
    };
  }

  private boolean line(int filters, Line line, boolean[][] open) {
    CellSystem system = new CellSystem();
    List<Node> own = nodes(system, filters, line, open, true);
    for (int parent : parents(filters)) {
      List<Node> theirs = nodes(system, parent, line, judged(parent).open(), false);
      linked(system, own, theirs);
    }
    List<Node> cells = own.subList(0, own.size() - 1);
    cells.forEach(node -> node.beside(cells, true));
    if (!system.hideUntilNothingIsGivenBack()) {
      return false;
    }
    for (int i = 0; i < own.size() - 1; i++) {
      int[] place = line.place(i, counts(filters));
      open[place[0]][place[1]] = own.get(i).shown();
    }
    return true;
  }

  /** Nodes of a line with its sum last. */
  private List<Node> nodes(
      CellSystem system, int filters, Line line, boolean[][] open, boolean own) {
    long[][] table = counts(filters);
    long[] counts = line.counts(table);
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      int[] place = line.place(i, table);
      boolean told = own || judged(filters).cells();
      boolean shown = own ? !SmallCells.isSmall(counts[i]) : told && open[place[0]][place[1]];
      nodes.add(system.node(counts[i], shown, told));
    }
    nodes.add(system.node(Arrays.stream(counts).sum(), true, true));
    system.sum(nodes);
    return nodes;
  }

  /** What is left when the filter holds: nobody shows it, and it can be worked out. */
  private static void linked(CellSystem system, List<Node> own, List<Node> theirs) {
    List<Node> rest = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      Node left = system.rest(own.get(i), theirs.get(i));
      rest.add(left);
    }
    system.sum(rest);
  }

  private boolean table(int filters, boolean[][] open) {
    CellSystem system = new CellSystem();
    TableNodes own = new TableNodes(system, counts(filters), open, true, true);
    for (int parent : parents(filters)) {
      Judged before = judged(parent);
      TableNodes theirs =
          new TableNodes(system, counts(parent), before.open(), false, before.cells());
      own.without(theirs, system);
    }
    own.mayBeHidden();
    if (!system.hideUntilNothingIsGivenBack()) {
      return false;
    }
    own.read(open);
    return true;
  }

  private long[][] counts(int filters) {
    return tables.getOrDefault(filters, new long[0][]);
  }

  private Judged judged(int filters) {
    return judged.getOrDefault(filters, new Judged(false, false, new boolean[0][]));
  }

  /** The same table with one filter less. */
  private static List<Integer> parents(int filters) {
    List<Integer> parents = new ArrayList<>();
    for (int bit = 1; bit <= filters; bit <<= 1) {
      if ((filters & bit) != 0) {
        parents.add(filters & ~bit);
      }
    }
    return parents;
  }

  private static long sum(long[][] counts) {
    return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
  }
}
