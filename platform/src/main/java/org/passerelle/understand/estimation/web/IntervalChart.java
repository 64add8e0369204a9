package org.passerelle.understand.estimation.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.estimation.Findings;

/**
 * Estimates with their intervals on a common scale, each a table row with a drawing.
 *
 * @param seenAt position of the observed number, in percent of the scale, or -1
 * @param logarithmic whether the scale is logarithmic
 */
public record IntervalChart(
    String key,
    String title,
    String reading,
    List<Line> lines,
    double seenAt,
    boolean logarithmic) {
  private static final double WIDTH = 100;
  private static final double MUCH = 20;

  public IntervalChart {
    lines = List.copyOf(lines);
  }

  /** Whether any row has an interval. */
  public boolean spans() {
    return lines.stream().anyMatch(line -> !line.span().isEmpty());
  }

  /**
   * A row.
   *
   * @param number number in words, or that there is none
   * @param span interval in words, or empty
   * @param at position of the estimate in percent, or -1
   * @param from position of the lower limit, or -1
   * @param until position of the upper limit
   */
  public record Line(
      String label,
      String reading,
      String number,
      String span,
      String beside,
      double at,
      double from,
      double until) {
    /** Whether there is something to draw. */
    public boolean known() {
      return at >= 0 || from >= 0;
    }
  }

  /** A row before it is positioned. */
  record Said(
      String label,
      String reading,
      @Nullable Double estimate,
      @Nullable Double lower,
      @Nullable Double upper,
      String beside) {}

  /** A row in words, before it is positioned. */
  public record Told(
      String label,
      String reading,
      String number,
      String span,
      String beside,
      @Nullable Double at,
      @Nullable Double from,
      @Nullable Double until) {}

  static IntervalChart of(
      String key, String title, String reading, List<Said> said, double seen, StudyWords words) {
    return told(
        key,
        title,
        reading,
        said.stream()
            .map(
                one ->
                    new Told(
                        one.label(),
                        one.reading(),
                        one.estimate() == null
                            ? words.say("estimates.none")
                            : words.people(one.estimate()),
                        words.span(one.lower(), one.upper()),
                        one.beside(),
                        one.estimate(),
                        one.lower(),
                        one.upper()))
            .toList(),
        seen);
  }

  /**
   * Rows that are in words already.
   *
   * @param seen the observed number; null if it is not drawn
   */
  public static IntervalChart told(
      String key, String title, String reading, List<Told> told, @Nullable Double seen) {
    double low = seen == null ? Double.POSITIVE_INFINITY : seen;
    double high = seen == null ? Double.NEGATIVE_INFINITY : seen;
    for (Told one : told) {
      for (Double value : new Double[] {one.at(), one.from(), one.until()}) {
        low = value == null ? low : Math.min(low, value);
        high = value == null ? high : Math.max(high, value);
      }
    }
    boolean logarithmic = low > 0 && high > MUCH * low;
    List<Line> lines = new ArrayList<>();
    for (Told one : told) {
      boolean interval = one.from() != null && one.until() != null;
      lines.add(
          new Line(
              one.label(),
              one.reading(),
              one.number(),
              one.span(),
              one.beside(),
              one.at() == null ? -1 : place(one.at(), low, high, logarithmic),
              interval ? place(one.from(), low, high, logarithmic) : -1,
              interval ? place(one.until(), low, high, logarithmic) : -1));
    }
    return new IntervalChart(
        key,
        title,
        reading,
        lines,
        seen == null ? -1 : place(seen, low, high, logarithmic),
        logarithmic);
  }

  static List<Said> rows(List<Findings.Row> rows, StudyWords words) {
    return rows.stream()
        .map(r -> new Said(words.say(r.what()), "", r.estimate(), r.lower(), r.upper(), ""))
        .toList();
  }

  private static double place(
      @Nullable Double value, double low, double high, boolean logarithmic) {
    if (value == null || high <= low) {
      return 0;
    }
    double share =
        logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    return Math.round(share * WIDTH * 10) / 10.0;
  }
}
