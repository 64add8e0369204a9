package org.passerelle.understand.estimation.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.estimation.Findings;

/**
 * Estimates with their intervals on a common scale, each a table row with a drawing.
 *
 * @param seenAt position of the observed number, in percent of the scale
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
    /** Whether there is an estimate. */
    public boolean known() {
      return at >= 0;
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

  static IntervalChart of(
      String key, String title, String reading, List<Said> said, double seen, StudyWords words) {
    double low = seen;
    double high = seen;
    for (Said one : said) {
      for (Double value : new Double[] {one.estimate(), one.lower(), one.upper()}) {
        low = value == null ? low : Math.min(low, value);
        high = value == null ? high : Math.max(high, value);
      }
    }
    boolean logarithmic = low > 0 && high > MUCH * low;
    List<Line> lines = new ArrayList<>();
    for (Said one : said) {
      boolean interval = one.lower() != null && one.upper() != null;
      lines.add(
          new Line(
              one.label(),
              one.reading(),
              one.estimate() == null ? words.say("estimates.none") : words.people(one.estimate()),
              words.span(one.lower(), one.upper()),
              one.beside(),
              one.estimate() == null ? -1 : place(one.estimate(), low, high, logarithmic),
              interval ? place(one.lower(), low, high, logarithmic) : -1,
              interval ? place(one.upper(), low, high, logarithmic) : -1));
    }
    return new IntervalChart(
        key, title, reading, lines, place(seen, low, high, logarithmic), logarithmic);
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
