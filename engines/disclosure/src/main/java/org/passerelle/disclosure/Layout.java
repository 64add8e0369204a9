package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The figures of a release without their values: which exist, which tables show them, and which are
 * sums of others. A figure shown by two tables is a single figure, so that tables are linked by
 * what they share. Immutable by convention: arrays must not be modified.
 */
public final class Layout {
  /** Maximum number of figures in a release. */
  public static final int MOST_FIGURES = 2_000_000;

  /** Name of the figure for all persons. */
  static final String TOTAL = "total";

  private final Release release;
  private final List<int[]> keys = new ArrayList<>();
  private final Map<Key, Integer> byKey = new HashMap<>();
  private final List<Grid> grids = new ArrayList<>();
  private final List<int[]> sums = new ArrayList<>();
  private int shown;
  private int shownSums;

  private Layout(Release release) {
    this.release = release;
  }

  /**
   * All figures of the declared tables; O(figures × dimensions).
   *
   * @throws BadRelease if there are more than {@link #MOST_FIGURES}
   */
  public static Layout of(Release release) {
    Layout layout = new Layout(release);
    long cells = 0;
    for (TableShape table : release.tables()) {
      Grid grid = new Grid(release, table);
      cells += grid.size();
      if (cells > MOST_FIGURES) {
        throw new BadRelease(
            "Table %s brings the release to more than %d figures. Maybe group its categories, or specify a depth in by."
                .formatted(table.id(), MOST_FIGURES));
      }
      layout.add(grid);
    }
    Set<Long> known = new HashSet<>();
    layout.grids.forEach(grid -> layout.addSums(grid, known));
    layout.shown = layout.keys.size();
    layout.shownSums = layout.sums.size();
    if (release.policy().records()) {
      UnpublishedCells unpublishedCells = new UnpublishedCells(release, layout.grids);
      if (unpublishedCells.isNeeded()) {
        unpublishedCells.keys().forEach(layout::add);
        layout.sums.addAll(unpublishedCells.sums(layout.shown));
      }
    }
    return layout;
  }

  private void add(int[] key) {
    byKey.put(new Key(key), keys.size());
    keys.add(key);
  }

  private void add(Grid grid) {
    grids.add(grid);
    int variables = release.variables().size();
    for (int cell = 0; cell < grid.size(); cell++) {
      int[] key = new int[variables];
      grid.fill(cell, key);
      Integer figure = byKey.putIfAbsent(new Key(key), keys.size());
      if (figure == null) {
        keys.add(key);
      }
      grid.figures[cell] = figure == null ? keys.size() - 1 : figure;
    }
  }

  private void addSums(Grid grid, Set<Long> known) {
    long variables = release.variables().size();
    for (int cell = 0; cell < grid.size(); cell++) {
      for (int d = 0; d < grid.nodes.length; d++) {
        int[] parts = grid.parts(cell, d);
        long name = grid.figures[cell] * variables + grid.variables[d];
        if (parts.length > 0 && known.add(name)) {
          int[] sum = new int[parts.length + 1];
          sum[0] = grid.figures[cell];
          for (int i = 0; i < parts.length; i++) {
            sum[i + 1] = grid.figures[parts[i]];
          }
          sums.add(sum);
        }
      }
    }
  }

  /** The declaration. */
  public Release release() {
    return release;
  }

  /** Number of figures, including those behind the tables. */
  public int size() {
    return keys.size();
  }

  /**
   * Number of figures shown by tables; those after them are behind the tables and never published.
   */
  public int shown() {
    return shown;
  }

  /** The sums among figures shown by tables. */
  List<int[]> shownSums() {
    return sums.subList(0, shownSums);
  }

  /** The node of a figure in a variable; {@link Hierarchy#TOTAL} if it is not broken down by it. */
  public int node(int figure, int variable) {
    return keys.get(figure)[variable];
  }

  int[] key(int figure) {
    return keys.get(figure);
  }

  /** The figure with these nodes, one per variable, or −1. */
  int figure(int[] key) {
    return byKey.getOrDefault(new Key(key), -1);
  }

  /** Sums: the figure that is the sum, followed by its parts. */
  public List<int[]> sums() {
    return sums;
  }

  /** The cells of a table. */
  Grid grid(int table) {
    return grids.get(table);
  }

  /** For how many variables of the release a figure is a total. */
  int totals(int figure) {
    return (int) Arrays.stream(keys.get(figure)).filter(node -> node == Hierarchy.TOTAL).count();
  }

  /** Name of a figure: {@code country=AL, sex=female}, or {@code total}. */
  public String name(int figure) {
    int[] key = keys.get(figure);
    List<String> parts =
        IntStream.range(0, key.length)
            .filter(v -> key[v] != Hierarchy.TOTAL)
            .mapToObj(
                v ->
                    release.variables().get(v).name()
                        + "="
                        + release.variables().get(v).tree().code(key[v]))
            .toList();
    return parts.isEmpty() ? TOTAL : String.join(", ", parts);
  }

  private record Key(int[] nodes) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && Arrays.equals(nodes, key.nodes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(nodes);
    }
  }
}
