package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The attack as a textual linear programme, written from what is published, independently of the
 * engine's own attack. Copies of the system are put side by side: in each, one cell is maximised or
 * minimised.
 */
final class AttackProgramme {
  private final Published published;
  private final StringBuilder rows = new StringBuilder();
  private final StringBuilder bounds = new StringBuilder();
  private final List<String> most = new ArrayList<>();
  private final List<String> least = new ArrayList<>();
  private int copies;

  AttackProgramme(Published published) {
    this.published = published;
  }

  /**
   * Adds a query for the interval of a cell, for an attacker who knows that others contain one
   * person each.
   */
  void ask(int cell, int[] ones) {
    most.add(copy(ones) + "_" + cell);
    least.add(copy(ones) + "_" + cell);
  }

  private String copy(int[] ones) {
    String name = "c" + copies++;
    for (int[] sum : published.layout().sums()) {
      StringBuilder row = new StringBuilder();
      long right = 0;
      for (int s = 0; s < sum.length; s++) {
        int sign = s == 0 ? -1 : 1;
        if (published.mark(sum[s]) == Published.Mark.SHOWN) {
          right -= sign * published.value(sum[s]);
        } else {
          row.append(sign < 0 ? " - " : " + ").append(name).append('_').append(sum[s]);
        }
      }
      if (row.length() > 0) {
        rows.append(row).append(" = ").append(right).append('\n');
      }
    }
    for (int cell = 0; cell < published.layout().size(); cell++) {
      if (published.mark(cell) != Published.Mark.SHOWN) {
        int one = cell;
        boolean known = IntStream.of(ones).anyMatch(k -> k == one);
        bounds
            .append(known ? 1 : published.low(cell))
            .append(" <= ")
            .append(name)
            .append('_')
            .append(cell)
            .append(
                known
                    ? " <= 1"
                    : published.high(cell) > 1L << 39 ? "" : " <= " + published.high(cell))
            .append('\n');
      }
    }
    return name;
  }

  /** Widths of the queried intervals, in the order of the queries. */
  List<Double> widths(OtherSolver solver) {
    if (most.isEmpty()) {
      return List.of();
    }
    StringBuilder text = new StringBuilder("Maximize\n obj:");
    most.forEach(name -> text.append(" + ").append(name).append('\n'));
    least.forEach(name -> text.append(" - ").append(name).append('\n'));
    text.append("Subject To\n")
        .append(numbered())
        .append("Bounds\n")
        .append(bounds)
        .append("End\n");
    List<String> names = new ArrayList<>(most);
    names.addAll(least);
    Map<String, Double> values = new HashMap<>(solver.solve(text.toString(), names));
    return IntStream.range(0, most.size())
        .mapToObj(i -> value(values, most.get(i)) - value(values, least.get(i)))
        .toList();
  }

  private static double value(Map<String, Double> values, String name) {
    Double value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("The solver left out " + name);
    }
    return value;
  }

  private String numbered() {
    int[] row = {0};
    StringBuilder all = new StringBuilder();
    rows.toString()
        .lines()
        .forEach(line -> all.append(" r").append(row[0]++).append(':').append(line).append('\n'));
    return all.toString();
  }
}
