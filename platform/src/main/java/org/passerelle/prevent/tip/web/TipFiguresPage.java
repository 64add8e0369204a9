package org.passerelle.prevent.tip.web;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.forms.CodeLists;
import org.passerelle.pages.Page;
import org.passerelle.prevent.tip.TipFigures;

/** Figures of closed tips as text; a cell that could tell on somebody is hidden. */
public record TipFiguresPage(List<String> heads, List<Line> lines) {
  public TipFiguresPage {
    heads = List.copyOf(heads);
    lines = List.copyOf(lines);
  }

  /** A row. */
  public record Line(String label, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  static TipFiguresPage of(TipFigures.Table table, CodeLists lists, Page page) {
    if (table.rows().isEmpty()) {
      return new TipFiguresPage(List.of(), List.of());
    }
    List<String> heads = new ArrayList<>();
    for (String outcome : TipFigures.OUTCOMES) {
      heads.add(page.text("triage.outcome." + outcome));
    }
    heads.add(page.text("figures.total"));
    List<Line> lines = new ArrayList<>();
    for (int r = 0; r < table.counts().length; r++) {
      List<String> cells = new ArrayList<>();
      for (int c = 0; c < heads.size(); c++) {
        cells.add(text(table.shown()[r][c], table.counts()[r][c], page));
      }
      lines.add(new Line(label(table, r, lists, page), cells));
    }
    return new TipFiguresPage(heads, lines);
  }

  private static String label(TipFigures.Table table, int row, CodeLists lists, Page page) {
    if (row == table.rows().size()) {
      return page.text("figures.total");
    }
    String[] parts = table.rows().get(row).split(TipFigures.BETWEEN, 2);
    String category = category(parts[parts.length - 1], lists, page);
    return parts.length == 1
        ? category
        : page.text("triage.figures.row", page.text("channel.sector." + parts[0]), category);
  }

  private static String category(String category, CodeLists lists, Page page) {
    return category.equals("unknown")
        ? page.text("triage.category.none")
        : lists.label("forms_of_exploitation", category, page.language());
  }

  private static String text(SmallCells.Shown shown, long count, Page page) {
    return switch (shown) {
      case AS_IT_IS -> page.text("figures.number", count);
      case SMALL -> page.text("figures.fewer", SmallCells.THRESHOLD);
      case WITHHELD -> page.text("figures.withheld");
    };
  }
}
