package org.passerelle.protect.safeguards.report.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.safeguards.report.ReportAnswer;

/**
 * A line chart of the largest rows over time, on a grid of 360 by 200. A line has a gap where a
 * count is withheld.
 *
 * @param times labels of the first, the middle and the last period
 * @param more number of rows that are not drawn
 */
public record LineChart(List<Series> series, List<Label> times, long most, int more) {
  /** Maximum number of lines that can be distinguished. */
  static final int DRAWN = 6;

  /** Maximum length of a middle label that fits between the others. */
  private static final int SHORT = 14;

  private static final double LEFT = 34;
  private static final double RIGHT = 350;
  private static final double TOP = 12;
  private static final double BASE = 172;

  /** A line: its paths, and dots for the counts. */
  public record Series(int number, String label, String path, List<double[]> dots) {}

  /** A label on the grid. */
  public record Label(double x, String anchor, String text) {}

  static @Nullable LineChart of(ReportAnswer answer, List<String> rows, List<String> times) {
    int width = answer.columns().size();
    if (width < 2) {
      return null;
    }
    List<Integer> drawn =
        IntStream.range(0, rows.size())
            .boxed()
            .filter(r -> largest(answer, r) > 0)
            .sorted(Comparator.comparing((Integer r) -> -largest(answer, r)))
            .toList();
    long most = drawn.stream().mapToLong(r -> largest(answer, r)).max().orElse(0);
    if (most == 0) {
      return null;
    }
    List<Series> series = new ArrayList<>();
    for (int row : drawn.subList(0, Math.min(DRAWN, drawn.size()))) {
      series.add(series(series.size() + 1, rows.get(row), answer, row, most));
    }
    int middle = (width - 1) / 2;
    List<Label> labels = new ArrayList<>();
    labels.add(new Label(x(0, width), "start", times.get(0)));
    if (width > 4 && times.get(middle).length() <= SHORT) {
      labels.add(new Label(x(middle, width), "middle", times.get(middle)));
    }
    labels.add(new Label(x(width - 1, width), "end", times.get(width - 1)));
    return new LineChart(series, labels, most, drawn.size() - series.size());
  }

  /** The largest count of a row that is not withheld. */
  private static long largest(ReportAnswer answer, int row) {
    return IntStream.range(0, answer.columns().size())
        .mapToLong(c -> answer.cell(row, c).orElse(0))
        .max()
        .orElse(0);
  }

  private static Series series(int number, String label, ReportAnswer answer, int row, long most) {
    int width = answer.columns().size();
    StringBuilder path = new StringBuilder();
    List<double[]> dots = new ArrayList<>();
    boolean on = false;
    for (int c = 0; c < width; c++) {
      OptionalLong count = answer.cell(row, c);
      if (count.isPresent()) {
        double x = x(c, width);
        double y = BASE - (BASE - TOP) * count.getAsLong() / most;
        path.append(String.format(Locale.ROOT, "%s%.1f %.1f", on ? "L" : "M", x, y));
        dots.add(new double[] {x, y});
      }
      on = count.isPresent();
    }
    return new Series(number, label, path.toString(), dots);
  }

  private static double x(int column, int width) {
    return Math.round((LEFT + (RIGHT - LEFT) * column / (width - 1)) * 10) / 10.0;
  }
}
