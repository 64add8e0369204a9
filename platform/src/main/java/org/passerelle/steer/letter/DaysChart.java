package org.passerelle.steer.letter;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Bars of days by country, ready to be drawn on a field 620 units wide. Immutable.
 *
 * @param noneWords what is said of countries without any
 * @param none countries without any
 */
public record DaysChart(String title, String noneWords, List<Bar> bars, List<String> none) {
  /** Where the bars begin. */
  public static final int LEFT = 200;

  /** Height of a row. */
  public static final int ROW = 21;

  private static final int WIDEST = 380;

  public DaysChart {
    bars = List.copyOf(bars);
    none = List.copyOf(none);
  }

  /** A bar. */
  public record Bar(String country, int days) {}

  /** How wide a number of days is drawn. */
  public int width(int days) {
    int most = bars.stream().mapToInt(Bar::days).max().orElse(1);
    return Math.round((float) WIDEST * days / most);
  }

  /** Lines at every second day. */
  public List<Integer> axes() {
    int most = bars.stream().mapToInt(Bar::days).max().orElse(0);
    return Stream.iterate(2, d -> d <= most, d -> d + 2).map(d -> LEFT + width(d)).toList();
  }

  /** The height of the whole drawing. */
  public int height() {
    return bars.size() * ROW + 8;
  }

  /** The drawing in words. */
  public String description() {
    String counted =
        bars.stream().map(b -> b.country() + ": " + b.days()).collect(Collectors.joining(", "));
    return none.isEmpty() ? counted + "." : counted + "; " + noneLine() + ".";
  }

  /** The countries without any, in words. */
  public String noneLine() {
    return none.isEmpty() ? "" : String.join(", ", none) + ": " + noneWords;
  }
}
