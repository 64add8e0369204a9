package org.passerelle.steer.release.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.disclosure.CellName;
import org.passerelle.steer.release.Period;
import org.passerelle.steer.release.PolicyComparison;

/**
 * Policies side by side.
 *
 * @param period label of the period
 * @param back address of the editor with the same tables
 * @param names names of the policies, one for each column
 * @param rows what is compared, one cell for each policy
 * @param columns what is said of each policy below the table
 */
public record ComparisonPage(
    String period, String back, List<String> names, List<Row> rows, List<Column> columns) {
  /** Names of cells that are listed. */
  private static final int LISTED = 12;

  public ComparisonPage {
    names = List.copyOf(names);
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /** A line of the comparison. */
  public record Row(String label, List<String> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A policy.
   *
   * @param href address of the editor with this policy; empty if nothing may be published
   * @param alone cells that only this one hides, or that block it; the first of them
   * @param more number of further ones
   */
  public record Column(String name, String what, String href, List<String> alone, int more) {
    public Column {
      alone = List.copyOf(alone);
    }
  }

  static ComparisonPage of(
      PolicyComparison compared, Period period, String editor, FigureWords words) {
    String tables = "?table=" + String.join("&table=", compared.tables());
    List<String> names =
        compared.columns().stream().map(one -> words.policy(one.policy())).toList();
    Map<CellName, Integer> times = new HashMap<>();
    compared
        .columns()
        .forEach(one -> one.hidden().forEach(cell -> times.merge(cell, 1, Integer::sum)));
    List<Column> columns = new ArrayList<>();
    for (PolicyComparison.Column one : compared.columns()) {
      boolean published = one.loss() != null;
      List<CellName> alone =
          published
              ? one.hidden().stream().filter(cell -> times.getOrDefault(cell, 0) == 1).toList()
              : one.blocking();
      columns.add(
          new Column(
              words.policy(one.policy()),
              words.policyWhat(one.policy()),
              published ? editor + tables + "&policy=" + one.policy() : "",
              alone.stream().limit(LISTED).map(words::cell).toList(),
              Math.max(0, alone.size() - LISTED)));
    }
    return new ComparisonPage(
        words.period(period), editor + tables, names, rows(compared, words), columns);
  }

  private static List<Row> rows(PolicyComparison compared, FigureWords words) {
    List<Row> rows = new ArrayList<>();
    for (int t = 0; t < compared.tables().size(); t++) {
      List<String> cells = new ArrayList<>();
      for (PolicyComparison.Column one : compared.columns()) {
        cells.add(
            one.tables().size() > t
                ? words.cells(one.tables().get(t).shown(), one.tables().get(t).hidden())
                : words.none());
      }
      rows.add(new Row(words.table(label(compared, t)), cells));
    }
    for (String what : List.of("lost", "error", "ranks", "audit")) {
      rows.add(
          new Row(
              words.compared(what),
              compared.columns().stream().map(one -> measure(what, one, words)).toList()));
    }
    return rows;
  }

  /** Tables stand in the order of the release, which a column that may be published knows. */
  private static String label(PolicyComparison compared, int table) {
    return compared.columns().stream()
        .filter(one -> one.tables().size() > table)
        .map(one -> one.tables().get(table).id())
        .findFirst()
        .orElse(compared.tables().get(table));
  }

  private static String measure(String what, PolicyComparison.Column one, FigureWords words) {
    PolicyComparison.Attacked audit = one.audit();
    if (what.equals("audit")) {
      return audit == null
          ? words.compared("audit.none")
          : audit.found() > 0
              ? words.compared("audit.failed", audit.found(), audit.cells())
              : words.compared("audit.passed", audit.cells(), audit.insiders());
    }
    PolicyComparison.Loss loss = one.loss();
    if (loss == null) {
      return words.none();
    }
    return switch (what) {
      case "lost" -> words.compared("lost.many", loss.lost(), loss.vanished());
      case "error" -> words.compared("error.mean", loss.absolute(), loss.relative());
      default -> words.compared("ranks.share", loss.ranks());
    };
  }
}
