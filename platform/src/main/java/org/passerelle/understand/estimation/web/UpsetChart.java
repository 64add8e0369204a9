package org.passerelle.understand.estimation.web;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.pages.Page;
import org.passerelle.understand.estimation.Overlap;

/**
 * An UpSet chart of how many people are on exactly which lists (Lex and others 2014).
 *
 * @param columns the first combinations, as many as fit
 * @param all all combinations in words, for the table
 * @param more number of combinations that are not drawn
 */
public record UpsetChart(
    List<String> lists, List<Column> columns, List<Told> all, int more, String description) {
  /** Maximum number of columns. */
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
   * @param on whether each list belongs to the combination
   * @param hidden whether the count is suppressed; the height is then meaningless
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

  /** A combination with its count in words. */
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

  /** Width of the drawing. */
  public double width() {
    return Math.max(560, LABELS + columns.size() * STEP + 8);
  }

  /** Position of the dots of a list. */
  public double row(int list) {
    return TOP + TALL + 26 + list * ROW;
  }

  /** Baseline of the columns. */
  public double base() {
    return TOP + TALL;
  }

  /** Left edge of the dots. */
  public double left() {
    return LABELS;
  }

  /** Height of the drawing. */
  public double height() {
    return row(lists.size() - 1) + 20;
  }
}
