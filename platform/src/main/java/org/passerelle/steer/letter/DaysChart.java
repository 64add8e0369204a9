package org.passerelle.steer.letter;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bar chart of days by country, ready to be drawn 620 units wide. Immutable.
 *
 * @param noneWords remark about countries without days
 * @param none countries without days
 */
public record DaysChart(String title, String noneWords, List<Bar> bars, List<String> none) {
  /** Left edge of the bars. */
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

  /** Width of the bar for a number of days. */
  public int width(int days) {
    int most = bars.stream().mapToInt(Bar::days).max().orElse(1);
    return Math.round((float) WIDEST * days / most);
  }

  /** Grid lines at every second day. */
  public List<Integer> axes() {
    int most = bars.stream().mapToInt(Bar::days).max().orElse(0);
    return Stream.iterate(2, d -> d <= most, d -> d + 2).map(d -> LEFT + width(d)).toList();
  }

  /** The height of the whole chart. */
  public int height() {
    return bars.size() * ROW + 8;
  }

  /** The chart as text. */
  public String description() {
    String counted =
        bars.stream().map(b -> b.country() + ": " + b.days()).collect(Collectors.joining(", "));
    return none.isEmpty() ? counted + "." : counted + "; " + noneLine() + ".";
  }

  /** The countries without days, as text. */
  public String noneLine() {
    return none.isEmpty() ? "" : String.join(", ", none) + ": " + noneWords;
  }
}
