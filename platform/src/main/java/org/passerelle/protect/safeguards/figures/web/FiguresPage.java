package org.passerelle.protect.safeguards.figures.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.forms.CodeLists;
import org.passerelle.pages.Page;
import org.passerelle.protect.safeguards.figures.Figures;

/**
 * View of figures as text, with hidden ones marked.
 *
 * @param all the figures
 * @param tables tables in the order of the reader's role
 */
public record FiguresPage(Figures.All all, List<Shown> tables) {
  public FiguresPage {
    tables = List.copyOf(tables);
  }

  /** A table as text, with a bar for each row. */
  public record Shown(String key, List<Line> lines, boolean hidden, boolean empty) {
    public Shown {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A row.
   *
   * @param text count as text
   * @param share percentage of the largest, or -1 if the count is hidden
   * @param total whether it is the total
   */
  public record Line(String label, String text, int share, boolean total) {}

  static FiguresPage of(Figures.All all, SignedIn who, CodeLists lists, Page page) {
    Shown forms = shown("cases", all.cases().one(), "forms_of_exploitation", lists, page);
    Shown countries = shown("countries", all.cases().other(), "countries", lists, page);
    Shown outcomes = shown("referrals", all.referrals().one(), "", lists, page);
    Shown services = shown("services", all.referrals().other(), "services", lists, page);
    Shown overdue = shown("overdue", all.overdue(), "", lists, page);
    List<Shown> tables = new ArrayList<>();
    // supervisors see what is late first, steering roles the totals
    if (who.is(Role.SUPERVISOR, Role.CASE_MANAGER)) {
      tables.addAll(List.of(overdue, outcomes, services, forms, countries));
    } else if (who.is(Role.FOCAL_POINT, Role.DATA_PROTECTION_OFFICER)) {
      tables.addAll(List.of(outcomes, services, countries, forms));
    } else {
      tables.addAll(List.of(forms, countries, outcomes, services));
    }
    return new FiguresPage(all, tables);
  }

  private static Shown shown(
      String key, Figures.Table table, String list, CodeLists lists, Page page) {
    long largest = 1;
    for (int r = 0; r < table.rows().size(); r++) {
      largest = open(table, r) ? Math.max(largest, table.counts().get(r)) : largest;
    }
    boolean hidden = false;
    List<Line> lines = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      long count = table.counts().get(r);
      hidden |= !open(table, r);
      lines.add(
          new Line(
              word(key, list, table.rows().get(r), lists, page),
              text(table.shown().get(r), count, page),
              open(table, r) ? (int) (count * 100 / largest) : -1,
              false));
    }
    // largest first; hidden counts last, so that their position reveals nothing
    lines.sort(Comparator.comparingInt(Line::share).reversed().thenComparing(Line::label));
    lines.add(
        new Line(
            page.text("figures.total"),
            text(table.shown().get(table.rows().size()), table.sum(), page),
            -1,
            true));
    hidden |= !open(table, table.rows().size());
    return new Shown(key, lines, hidden, table.rows().isEmpty());
  }

  private static boolean open(Figures.Table table, int row) {
    return table.shown().get(row) == SmallCells.Shown.AS_IT_IS;
  }

  private static String text(SmallCells.Shown shown, long count, Page page) {
    return switch (shown) {
      case AS_IT_IS -> page.text("figures.number", count);
      case SMALL -> page.text("figures.fewer", SmallCells.THRESHOLD);
      case WITHHELD -> page.text("figures.withheld");
    };
  }

  private static String word(String key, String list, String code, CodeLists lists, Page page) {
    if (code.isEmpty()) {
      return page.text("form.not-known");
    }
    return list.isEmpty()
        ? page.text("figures." + key + "." + code)
        : lists.label(list, code, page.language());
  }
}
