package org.passerelle.steer.release.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.passerelle.disclosure.Published;
import org.passerelle.disclosure.PublishedTable;

/**
 * A published table as readers see it, with a bar for each row.
 *
 * @param row label of what the rows are
 * @param columns labels of the columns
 * @param hidden whether some figure of it is hidden
 * @param left number of rows with nobody that are not listed
 * @param notes required where one of its categories is named
 */
public record FigureView(
    String id,
    String title,
    String row,
    List<String> columns,
    List<Row> rows,
    boolean hidden,
    int left,
    List<String> notes) {
  /** Rows with nobody are listed in shorter tables only. */
  private static final int LONG = 30;

  public FigureView {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /**
   * A row.
   *
   * @param depth 0 for the total, 1 below it, 2 within a group
   * @param share percentage of the largest row of its depth; −1 if it is hidden
   */
  public record Row(String label, int depth, List<String> cells, int share) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * What another site writes to show the table within a page.
   *
   * @param address address of what may be framed, before the id of a table
   */
  public String embedCode(String address) {
    return "<iframe src=\"%s%s\" title=\"%s\" width=\"100%%\" height=\"480\" loading=\"lazy\"></iframe>"
        .formatted(address, id, title);
  }

  static List<FigureView> all(Published published, FigureWords words) {
    return PublishedTable.of(published).stream().map(table -> of(table, words)).toList();
  }

  private static FigureView of(PublishedTable table, FigureWords words) {
    List<PublishedTable.Heading> down = table.headings(0);
    int across = table.variables().size() == 1 ? 1 : table.headings(1).size();
    long[] largest = new long[3];
    for (int r = 0; r < down.size(); r++) {
      int depth = Math.min(2, down.get(r).depth());
      largest[depth] = Math.max(largest[depth], count(table, r, 0).orElse(0));
    }
    List<Row> rows = new ArrayList<>();
    Set<String> named = new LinkedHashSet<>();
    boolean hidden = false;
    int left = 0;
    // the total stands last
    for (int i = 1; i <= down.size(); i++) {
      int r = i % down.size();
      List<String> cells = new ArrayList<>();
      boolean nobody = true;
      for (int j = 1; j <= across; j++) {
        OptionalLong count = count(table, r, j % across);
        cells.add(words.count(count));
        hidden |= count.isEmpty();
        nobody &= count.orElse(1) == 0;
      }
      if (nobody && down.size() > LONG) {
        left++;
        continue;
      }
      int depth = down.get(r).depth();
      OptionalLong sum = count(table, r, 0);
      long most = Math.max(1, largest[Math.min(2, depth)]);
      int share = sum.isEmpty() ? -1 : (int) (sum.getAsLong() * 100 / most);
      named.add(down.get(r).code());
      rows.add(
          new Row(words.code(table.variables().get(0), down.get(r).code()), depth, cells, share));
    }
    return new FigureView(
        table.id(),
        words.table(table.id()),
        words.variable(table.variables().get(0)),
        columns(table, across, words),
        rows,
        hidden,
        left,
        words.notes(named));
  }

  private static List<String> columns(PublishedTable table, int across, FigureWords words) {
    List<String> columns = new ArrayList<>();
    for (int j = 1; j <= across; j++) {
      columns.add(
          table.variables().size() == 1
              ? words.page().text("release.persons")
              : words.code(table.variables().get(1), table.headings(1).get(j % across).code()));
    }
    return columns;
  }

  private static OptionalLong count(PublishedTable table, int row, int column) {
    return table.variables().size() == 1 ? table.count(row) : table.count(row, column);
  }
}
