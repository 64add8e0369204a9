package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** A published table for pages, and as a file for others. Safe for concurrent use. */
public final class PublishedTable {
  private final Published published;
  private final TableShape table;
  private final Grid grid;

  PublishedTable(Published published, int table) {
    this.published = published;
    this.table = published.layout().release().tables().get(table);
    this.grid = published.layout().grid(table);
  }

  int size() {
    return grid.size();
  }

  Grid grid() {
    return grid;
  }

  TableShape table() {
    return table;
  }

  /** The variables of its dimensions. */
  List<Variable> declared() {
    return table.dimensions().stream()
        .map(d -> published.layout().release().variables().get(d.variable()))
        .toList();
  }

  /** The codes of a cell, one per dimension. */
  List<String> codes(int cell) {
    List<String> codes = new ArrayList<>();
    for (int d = 0; d < grid.nodes.length; d++) {
      codes.add(declared().get(d).tree().code(grid.nodes[d][grid.place(cell, d)]));
    }
    return codes;
  }

  Published.Mark mark(int cell) {
    return published.mark(grid.figures[cell]);
  }

  /** The published value, empty if suppressed. */
  String value(int cell) {
    return mark(cell) == Published.Mark.HIDDEN ? "" : "" + published.value(grid.figures[cell]);
  }

  /**
   * A cell's percentage with one decimal, computed from published figures only: suppressed figures
   * have none and do not contribute.
   */
  String percent(int cell) {
    List<Integer> within = table.percentOf();
    if (within == null || mark(cell) == Published.Mark.HIDDEN) {
      return "";
    }
    int[] key = published.layout().key(grid.figures[cell]).clone();
    for (int v = 0; v < key.length; v++) {
      key[v] = within.contains(v) ? key[v] : Hierarchy.TOTAL;
    }
    int whole = published.layout().figure(key);
    if (published.mark(whole) == Published.Mark.HIDDEN || published.value(whole) == 0) {
      return "";
    }
    long tenths =
        (2_000 * published.value(grid.figures[cell]) + published.value(whole))
            / (2 * published.value(whole));
    return tenths / 10 + "." + tenths % 10;
  }

  /** The tables of a release, in its order. */
  public static List<PublishedTable> of(Published published) {
    List<PublishedTable> all = new ArrayList<>();
    for (int t = 0; t < published.layout().release().tables().size(); t++) {
      all.add(new PublishedTable(published, t));
    }
    return all;
  }

  /**
   * A heading of a row or column.
   *
   * @param code code of a category or group; {@code total} for the total
   * @param depth 0 for the total, 1 for what stands below it, and so on
   */
  public record Heading(String code, int depth) {}

  /** Its id, as in file names. */
  public String id() {
    return table.id();
  }

  /** Names of the variables of its dimensions. */
  public List<String> variables() {
    return declared().stream().map(Variable::name).toList();
  }

  /** The headings of a dimension: the total first, groups before what they contain. */
  public List<Heading> headings(int dimension) {
    Hierarchy tree = declared().get(dimension).tree();
    List<Heading> headings = new ArrayList<>();
    for (int node : grid.nodes[dimension]) {
      headings.add(new Heading(tree.code(node), tree.depth(node)));
    }
    return headings;
  }

  /**
   * The value of a cell; empty if it is hidden.
   *
   * @param places index of a heading for each dimension
   */
  public OptionalLong count(int... places) {
    int cell = 0;
    for (int d = 0; d < places.length; d++) {
      cell += places[d] * grid.strides[d];
    }
    String value = value(cell);
    return value.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value));
  }

  /** Number of its cells above zero that are not hidden. */
  public long shown() {
    return IntStream.range(0, size())
        .filter(cell -> mark(cell) != Published.Mark.HIDDEN)
        .filter(cell -> published.value(grid.figures[cell]) > 0)
        .count();
  }

  /** Number of its hidden cells. */
  public long hidden() {
    return IntStream.range(0, size()).filter(cell -> mark(cell) == Published.Mark.HIDDEN).count();
  }

  /** One cell per line: codes, count, status. */
  public String csv() {
    return new TableFiles(this, published).csv();
  }

  /** JSON-stat 2.0, class dataset. */
  public String jsonStat() {
    return ReleaseJson.JSON.writeValueAsString(new TableFiles(this, published).jsonStat()) + "\n";
  }
}
