package org.passerelle.protect.identity.desk.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.pages.Page;
import org.passerelle.protect.identity.desk.Desk;
import org.passerelle.protect.identity.desk.DeskFigures;

/**
 * View of the activity of a desk.
 *
 * @param own the side whose copy is shown
 */
public record DeskLogPage(
    Desk desk, List<DeskFigures.Line> log, DeskFigures.Table table, String own, String other) {
  public DeskLogPage {
    log = List.copyOf(log);
  }

  public String at() {
    return "/protect/desk-figures/" + desk.id();
  }

  /** The log by day, newest first. */
  public Map<LocalDate, List<DeskFigures.Line>> days(ZoneId zone) {
    Map<LocalDate, List<DeskFigures.Line>> days = new LinkedHashMap<>();
    log.forEach(
        l ->
            days.computeIfAbsent(LocalDate.ofInstant(l.hour(), zone), d -> new ArrayList<>())
                .add(l));
    return days;
  }

  /** The side that acted. */
  public String side(DeskFigures.Line line) {
    return line.here() ? own : other;
  }

  /** A count as text. */
  public static String text(DeskFigures.Cell cell, Page page) {
    return switch (cell.shown()) {
      case AS_IT_IS -> page.text("figures.number", cell.count());
      case SMALL -> page.text("figures.fewer", SmallCells.THRESHOLD);
      case WITHHELD -> page.text("figures.withheld");
    };
  }

  /** Whether anything is counted. */
  public boolean counted() {
    return table.rows().stream().anyMatch(r -> r.sum().count() > 0);
  }

  /** The median, as text. */
  public String median(Page page) {
    long seconds = table.seconds();
    return seconds < 0
        ? page.text("figures.too-few")
        : seconds < 120
            ? page.text("desklog.seconds", seconds)
            : page.text("desklog.minutes", seconds / 60);
  }
}
