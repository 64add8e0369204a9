package org.passerelle.disclosure.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.disclosure.cells.CellSystem.Node;

/**
 * Protects small counts of a table that can be queried with and without filters, so that neither
 * its own totals nor the tables with one filter less reveal them. {@link SmallCells} protects
 * tables that are published together and hides totals as well; here a total must be the same in
 * every table: it is shown if it is at least {@link SmallCells#THRESHOLD} or zero, unless the part
 * excluded by a filter would be small. A hidden count is only called "withheld", which reveals no
 * more than that it is not zero. If protection is impossible, no cell of the table is shown.
 *
 * <p>For each table it uses the cells of its own rows and columns, those of every table with one
 * filter less as shown, and their differences, which are never shown: a count from 1 to {@link
 * SmallCells#THRESHOLD} − 1 in any of them can take all these values. A pure function; thread-safe.
 */
public final class LinkedCells {
  /** Tables by active filters as bits; 0 is the table without filters. */
  private final Map<Integer, long[][]> tables;

  private final Map<Integer, Judged> judged = new HashMap<>();

  private LinkedCells(Map<Integer, long[][]> tables) {
    this.tables = tables;
  }

  /**
   * Protection of a table. Without cells only the total may be shown.
   *
   * @param total whether the grand total may be shown
   * @param cells whether rows, columns and cells may be shown at all
   * @param open by row and column; the last of each are totals
   */
  public record Judged(boolean total, boolean cells, boolean[][] open) {}

  /**
   * Protects a table with all its filters.
   *
   * @param tables tables by active filters as bits, for every combination: of equal size, without
   *     negative counts
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
    // totals first, as a table of one dimension shows them
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

  /** Selects the cells of a table that form one line, and their positions. */
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

  /** Adds the part excluded by a filter, which is never shown but can be derived. */
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

  /** The tables with one filter less. */
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
