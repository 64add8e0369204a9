package org.passerelle.prevent.effect.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.pages.Page;
import org.passerelle.prevent.effect.CampaignWeeks;

/**
 * The weeks around a campaign in words, each count with a bar. Weeks one after the other of which
 * nothing is known are one line.
 */
public record WeeksTable(List<Line> lines) {
  private static final int WHOLE = 100;

  public WeeksTable {
    lines = List.copyOf(lines);
  }

  /**
   * A week, or several of which nothing is known.
   *
   * @param begin that the campaign begins in it, or empty
   * @param unknown what is said of several; then there are no cells
   */
  public record Line(String week, String begin, String unknown, List<Cell> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A count.
   *
   * @param what {@code tips} or {@code calls}
   * @param share length of its bar of 100, or -1 without one
   */
  public record Cell(String what, String text, int share) {}

  static WeeksTable of(List<CampaignWeeks.Week> weeks, Page page) {
    List<Cell> tips = cells("tips", weeks, CampaignWeeks.Week::tips, page);
    List<Cell> calls = cells("calls", weeks, CampaignWeeks.Week::calls, page);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < weeks.size(); ) {
      int end = endOfUnknown(weeks, i);
      if (end > i + 1) {
        lines.add(unknown(weeks.subList(i, end), page));
        i = end;
      } else {
        CampaignWeeks.Week week = weeks.get(i);
        lines.add(
            new Line(
                page.moments().date(week.monday()),
                week.number() == 0 ? page.text("effect.week.begin") : "",
                "",
                List.of(tips.get(i), calls.get(i))));
        i++;
      }
    }
    return new WeeksTable(lines);
  }

  /** Where the weeks end of which no more is known than of the one where they begin. */
  private static int endOfUnknown(List<CampaignWeeks.Week> weeks, int begin) {
    int end = begin;
    while (end < weeks.size()
        && weeks.get(end).tips() == null
        && weeks.get(end).calls() == null
        && weeks.get(end).isOver() == weeks.get(begin).isOver()) {
      end++;
    }
    return end;
  }

  private static Line unknown(List<CampaignWeeks.Week> weeks, Page page) {
    CampaignWeeks.Week first = weeks.get(0);
    CampaignWeeks.Week last = weeks.get(weeks.size() - 1);
    return new Line(
        page.text(
            "effect.weeks.from-to",
            page.moments().date(first.monday()),
            page.moments().date(last.monday().plusDays(6))),
        weeks.stream()
            .filter(week -> week.number() == 0)
            .map(week -> page.text("effect.week.begin-on", page.moments().date(week.monday())))
            .findFirst()
            .orElse(""),
        page.text(first.isOver() ? "effect.weeks.unknown" : "effect.weeks.not-over"),
        List.of());
  }

  private static List<Cell> cells(
      String what,
      List<CampaignWeeks.Week> weeks,
      Function<CampaignWeeks.Week, @Nullable Long> count,
      Page page) {
    long[] counts =
        weeks.stream().map(count).mapToLong(one -> Objects.requireNonNullElse(one, 0L)).toArray();
    SmallCells.Shown[] shown = SmallCells.ofLine(counts, false);
    long most = 1;
    for (int i = 0; i < counts.length; i++) {
      most = shown[i] == SmallCells.Shown.AS_IT_IS ? Math.max(most, counts[i]) : most;
    }
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (count.apply(weeks.get(i)) == null) {
        cells.add(
            new Cell(
                what, page.text(weeks.get(i).isOver() ? "effect.unknown" : "effect.not-over"), -1));
      } else if (shown[i] == SmallCells.Shown.AS_IT_IS) {
        cells.add(
            new Cell(
                what,
                page.moments().number(counts[i]),
                Math.round(WHOLE * counts[i] / (float) most)));
      } else {
        cells.add(new Cell(what, page.text("figures.fewer", SmallCells.THRESHOLD), -1));
      }
    }
    return cells;
  }
}
