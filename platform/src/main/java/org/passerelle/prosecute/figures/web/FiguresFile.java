package org.passerelle.prosecute.figures.web;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.pages.Page;
import org.passerelle.paper.Paper;
import org.passerelle.prosecute.figures.ProsecutionFigures;
import org.passerelle.table.TableFile;

/**
 * Figures to take away, made of what the page shows and of nothing else: whoever reads them
 * elsewhere finds period, source, method, caveat and the rule for small counts beside them.
 */
public record FiguresFile(FiguresView view, String organisation, Page page) {
  private static final String STYLE = Paper.text("/prosecute/figures.css");

  /** Whose investigations, and until which day. */
  public String scope() {
    return view.node()
        ? page.text("prosecute.figures.file.node", view.until())
        : page.text("prosecute.figures.file.own", organisation, view.until());
  }

  private String made() {
    return page.text("prosecute.figures.file.made", page.moments().lasting(page.moments().now()));
  }

  private String rule() {
    return page.text(
        "prosecute.figures.file.rule", SmallCells.THRESHOLD, ProsecutionFigures.INVESTIGATIONS);
  }

  /** What is said of all figures. */
  public List<String> head() {
    return List.of(scope(), page.text("prosecute.figures.file.method"), rule(), made());
  }

  /** A workbook: one row for each number, and below them what is said of all. */
  byte[] workbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableFile table = TableFile.xlsx(out, page.text("prosecute.figures.file.sheet"))) {
      table.row(
          List.of(
              page.text("prosecute.figures.file.counted"),
              page.text("prosecute.figures.file.by"),
              page.text("prosecute.figures.file.category"),
              page.text("prosecute.figures.step"),
              page.text("figures.count"),
              page.text("prosecute.figures.file.days")));
      for (FiguresView.Section section : view.sections()) {
        rows(section, table);
      }
      table.row(List.of(""));
      for (String line : head()) {
        table.row(List.of(line));
      }
      for (FiguresView.Section section : view.sections()) {
        table.row(List.of(""));
        for (String line : said(section)) {
          table.row(List.of(line));
        }
      }
    }
    return out.toByteArray();
  }

  private void rows(FiguresView.Section section, TableFile table) throws IOException {
    String counted = page.text("prosecute.figures." + section.id());
    write(table, List.of(counted, "", page.text("prosecute.figures.file.all")), section.bars());
    for (FiguresView.Shown shown : section.tables()) {
      String by = page.text("prosecute.figures.row." + shown.by());
      for (FiguresView.Line line : shown.lines()) {
        write(table, List.of(counted, by, line.label()), line.cells());
      }
    }
  }

  private static void write(TableFile table, List<String> before, List<FiguresView.Bar> bars)
      throws IOException {
    for (FiguresView.Bar bar : bars) {
      table.row(
          List.of(
              before.get(0),
              before.get(1),
              before.get(2),
              bar.label(),
              bar.count() < 0 ? (Object) bar.text() : bar.count(),
              bar.span() < 0 ? (Object) "" : bar.span()));
    }
  }

  /** What the page says of a section, sentence by sentence. */
  public List<String> said(FiguresView.Section section) {
    String key = "prosecute.figures." + section.id();
    if (!section.told().equals("shown")) {
      return List.of(page.text(key), page.text("prosecute.figures." + section.told()));
    }
    List<String> said =
        new ArrayList<>(
            List.of(
                page.text(key),
                page.text(key + ".what"),
                page.text(key + ".source", view.until()),
                page.text(key + ".caveat")));
    section.notes().forEach(note -> said.add("* " + note));
    return said;
  }

  /** On A4, PDF/UA-1 and PDF/A-3a. */
  byte[] pdf(TemplateEngine engine) {
    String footer = page.text("prosecute.figures.title") + "\n" + scope();
    String style = STYLE.replace("FOOTER", Paper.styleText(footer.lines().toList()));
    StringOutput out = new StringOutput(50_000);
    engine.render(
        "prosecute/figures/paper.jte",
        Map.of("page", page, "file", this, "style", (Content) output -> output.writeContent(style)),
        out);
    return Paper.pdf(page.language().tag(), out.toString());
  }
}
