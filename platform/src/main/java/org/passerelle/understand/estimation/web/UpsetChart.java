package org.passerelle.understand.estimation.web;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.pages.Page;
import org.passerelle.protect.figures.SmallCells;
import org.passerelle.understand.estimation.Overlap;

/**
 * How many people on exactly which lists, as columns over dots (Lex and others 2014, UpSet).
 *
 * @param columns the first of them, as many as fit
 * @param all combinations in words, for whoever reads the table
 * @param more how many combinations are not drawn
 */
public record UpsetChart(
    List<String> lists, List<Column> columns, List<Told> all, int more, String description) {
  /** Most columns that are drawn. */
  static final int DRAWN = 24;

  private static final int LONGEST = 38;
  private static final double TALL = 130;
  private static final double HIDDEN = 9;
  private static final double LABELS = 272;
  private static final double STEP = 28;
  private static final double ROW = 30;
  private static final double TOP = 40;

  public UpsetChart {
    lists = List.copyOf(lists);
    columns = List.copyOf(columns);
    all = List.copyOf(all);
  }

  /**
   * A column.
   *
   * @param on for each list whether it belongs
   * @param hidden whether the count is not shown; the height then tells nothing
   */
  public record Column(
      String told, String text, double x, double height, boolean hidden, List<Boolean> on) {
    public Column {
      on = List.copyOf(on);
    }

    /** Top of the column. */
    public double y() {
      return TOP + TALL - height;
    }
  }

  /** A combination and its count in words. */
  public record Told(String lists, String count) {}

  static UpsetChart of(List<String> codes, Overlap overlap, StudyWords words, Page page) {
    List<Overlap.Combination> combinations = overlap.combinations();
    long most = combinations.stream().mapToLong(Overlap.Combination::count).max().orElse(1);
    List<Column> columns = new ArrayList<>();
    List<Told> all = new ArrayList<>();
    for (Overlap.Combination one : combinations) {
      String text = text(one, page, true);
      String told = words.lists(one.lists());
      all.add(new Told(told, text(one, page, false)));
      if (columns.size() < DRAWN) {
        List<Boolean> on = new ArrayList<>();
        for (int j = 0; j < codes.size(); j++) {
          on.add((one.lists() >> j & 1) != 0);
        }
        boolean hidden = one.count() < 0;
        columns.add(
            new Column(
                told + ": " + text(one, page, false),
                text,
                LABELS + columns.size() * STEP + STEP / 2,
                hidden ? HIDDEN : Math.max(1, TALL * one.count() / Math.max(1, most)),
                hidden,
                on));
      }
    }
    return new UpsetChart(
        numbered(codes, words),
        columns,
        all,
        combinations.size() - columns.size(),
        String.join("; ", columns.stream().map(Column::told).toList()));
  }

  private static List<String> numbered(List<String> codes, StudyWords words) {
    List<String> labels = new ArrayList<>();
    for (String code : codes) {
      String name = words.list(code);
      boolean fits = name.length() <= LONGEST;
      labels.add((labels.size() + 1) + " " + (fits ? name : name.substring(0, LONGEST - 1) + "…"));
    }
    return labels;
  }

  private static String text(Overlap.Combination one, Page page, boolean shortly) {
    if (one.count() >= 0) {
      return page.moments().number(one.count());
    }
    String key = one.small() ? "estimation.fewer" : "estimation.withheld";
    return page.text(shortly ? key + ".short" : key, SmallCells.THRESHOLD);
  }

  /** Right edge of the drawing. */
  public double width() {
    return Math.max(560, LABELS + columns.size() * STEP + 8);
  }

  /** Where the dots of a list stand. */
  public double row(int list) {
    return TOP + TALL + 26 + list * ROW;
  }

  /** Foot of the columns. */
  public double base() {
    return TOP + TALL;
  }

  /** Where the dots begin. */
  public double left() {
    return LABELS;
  }

  /** Lower edge of the drawing. */
  public double height() {
    return row(lists.size() - 1) + 20;
  }
}
