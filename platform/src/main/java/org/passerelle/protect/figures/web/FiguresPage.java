package org.passerelle.protect.figures.web;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.protect.figures.Figures;
import org.passerelle.protect.figures.SmallCells;
import org.passerelle.protect.forms.CodeLists;

/**
 * Figures as they are shown: each in words, with what is hidden said so.
 *
 * @param all the figures
 * @param tables in the order of the reader's role
 */
public record FiguresPage(Figures.All all, List<Shown> tables) {
  public FiguresPage {
    tables = List.copyOf(tables);
  }

  /** A table in words, with its totals and a bar for each row's total. */
  public record Shown(
      String key, List<String> columns, List<Line> lines, boolean hidden, boolean empty) {
    public Shown {
      columns = List.copyOf(columns);
      lines = List.copyOf(lines);
    }
  }

  /**
   * A row.
   *
   * @param share of the largest row in hundredths, or -1 where the total is hidden
   * @param total whether it is the row of totals
   */
  public record Line(String label, List<Cell> cells, int share, boolean total) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /** A count as it is written, and whether it is hidden. */
  public record Cell(String text, boolean hidden) {}

  static FiguresPage of(Figures.All all, SignedIn who, CodeLists lists, Page page) {
    List<Shown> tables = new ArrayList<>();
    Shown cases = shown("cases", all.cases(), "forms_of_exploitation", "countries", lists, page);
    Shown referrals = shown("referrals", all.referrals(), "services", "", lists, page);
    Shown overdue = shown("overdue", all.overdue(), "", "countries", lists, page);
    // who supervises begins with what is late, who steers with what there is
    if (who.is(Role.SUPERVISOR, Role.CASE_MANAGER)) {
      tables.addAll(List.of(overdue, referrals, cases));
    } else if (who.is(Role.FOCAL_POINT, Role.DATA_PROTECTION_OFFICER)) {
      tables.addAll(List.of(referrals, cases));
    } else {
      tables.addAll(List.of(cases, referrals));
    }
    return new FiguresPage(all, tables);
  }

  private static Shown shown(
      String key,
      Figures.Table table,
      String lineList,
      String columnList,
      CodeLists lists,
      Page page) {
    List<String> columns = new ArrayList<>();
    for (String code : table.columns()) {
      columns.add(word(key, columnList, code, lists, page));
    }
    long largest = 1;
    for (int r = 0; r < table.rows().size(); r++) {
      if (open(table, r, table.columns().size())) {
        largest = Math.max(largest, table.count(r, table.columns().size()));
      }
    }
    boolean hidden = false;
    List<Line> lines = new ArrayList<>();
    for (int r = 0; r <= table.rows().size(); r++) {
      boolean total = r == table.rows().size();
      List<Cell> cells = new ArrayList<>();
      for (int c = 0; c <= table.columns().size(); c++) {
        cells.add(cell(table, r, c, page));
        hidden |= !open(table, r, c);
      }
      int share =
          !total && open(table, r, table.columns().size())
              ? (int) (table.count(r, table.columns().size()) * 100 / largest)
              : -1;
      String label =
          total
              ? page.text("figures.total")
              : word(key, lineList, table.rows().get(r), lists, page);
      lines.add(new Line(label, cells, share, total));
    }
    return new Shown(key, columns, lines, hidden, table.rows().isEmpty());
  }

  private static boolean open(Figures.Table table, int row, int column) {
    return table.shown()[row][column] == SmallCells.Shown.AS_IT_IS;
  }

  private static Cell cell(Figures.Table table, int row, int column, Page page) {
    return switch (table.shown()[row][column]) {
      case AS_IT_IS -> new Cell(page.text("figures.number", table.count(row, column)), false);
      case SMALL -> new Cell(page.text("figures.fewer", SmallCells.THRESHOLD), true);
      case WITHHELD -> new Cell(page.text("figures.withheld"), true);
    };
  }

  private static String word(
      String key, String list, String code, CodeLists lists, Page page) {
    if (code.isEmpty()) {
      return page.text("form.not-known");
    }
    return list.isEmpty()
        ? page.text("figures." + key + "." + code)
        : lists.label(list, code, page.language());
  }
}
