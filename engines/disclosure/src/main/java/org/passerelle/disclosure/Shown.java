package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.List;

/** A table in published form: codes and published value by cell. */
final class Shown {
  private final Published published;
  private final TableShape table;
  private final Grid grid;

  Shown(Published published, int table) {
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
  List<Variable> variables() {
    return table.dimensions().stream()
        .map(d -> published.layout().release().variables().get(d.variable()))
        .toList();
  }

  /** The codes of a cell, one per dimension. */
  List<String> codes(int cell) {
    List<String> codes = new ArrayList<>();
    for (int d = 0; d < grid.nodes.length; d++) {
      codes.add(variables().get(d).tree().code(grid.nodes[d][grid.place(cell, d)]));
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
}
