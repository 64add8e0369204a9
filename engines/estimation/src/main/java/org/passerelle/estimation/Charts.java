package org.passerelle.estimation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The report's plots as SVG. */
final class Charts {
  private static final int LABELS = 270;
  private static final int PLOT = 520;
  private static final int ROW = 24;
  private static final String INK = "#1f4e9e";

  private final Words words;

  Charts(Words words) {
    this.words = words;
  }

  /** Points with intervals on a common scale; the left line marks the people seen. */
  String bars(List<Findings.Row> rows, long observed, String title) {
    double low = (double) observed;
    double high = low;
    for (Findings.Row row : rows) {
      double point = row.estimate() == null ? (double) observed : row.estimate();
      high = Math.max(high, Math.max(point, row.upper() == null ? 0 : row.upper()));
      low = Math.min(low, point);
    }
    boolean logarithmic = high > 20 * low;
    StringBuilder out = begin(LABELS + PLOT + 90, (rows.size() + 1) * ROW + 10, title);
    double seen = x((double) observed, low, high, logarithmic);
    out.append(
        "<line x1=\"%s\" y1=\"0\" x2=\"%s\" y2=\"%d\" stroke=\"#777\" stroke-dasharray=\"3\"/>"
            .formatted(at(seen), at(seen), rows.size() * ROW));
    for (int i = 0; i < rows.size(); i++) {
      Findings.Row row = rows.get(i);
      double y = i * ROW + ROW / 2.0;
      text(out, LABELS - 10, y + 5, "end", words.say(row.what()));
      if (row.lower() != null && row.upper() != null) {
        out.append(
            "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"3\"/>"
                .formatted(
                    at(x(row.lower(), low, high, logarithmic)),
                    at(y),
                    at(x(row.upper(), low, high, logarithmic)),
                    at(y),
                    INK));
      }
      if (row.estimate() == null) {
        text(out, LABELS + 6, y + 5, "start", "–");
      } else {
        out.append(
            "<circle cx=\"%s\" cy=\"%s\" r=\"5\" fill=\"%s\"/>"
                .formatted(at(x(row.estimate(), low, high, logarithmic)), at(y), INK));
        text(out, LABELS + PLOT + 10, y + 5, "start", words.number(row.estimate()));
      }
    }
    double foot = (rows.size() + 1) * (double) ROW - 6;
    text(out, LABELS, foot, "start", words.number(low));
    text(out, LABELS + PLOT, foot, "end", words.number(high) + (logarithmic ? " (log)" : ""));
    return out.append("</svg>").toString();
  }

  private static double x(double value, double low, double high, boolean logarithmic) {
    double bounded = Math.min(high, Math.max(low, value));
    double share =
        high == low
            ? 0
            : logarithmic
                ? Math.log(bounded / low) / Math.log(high / low)
                : (bounded - low) / (high - low);
    return LABELS + share * PLOT;
  }

  /** An UpSet chart of the 30 most frequent combinations of lists. */
  String upset(CaptureHistories table, String title) {
    List<Integer> cells =
        IntStream.range(1, 1 << table.size())
            .filter(cell -> table.count(cell) > 0)
            .boxed()
            .sorted(Comparator.comparingLong(cell -> -table.count(cell)))
            .limit(30)
            .toList();
    int tall = 160;
    int step = 24;
    double most = (double) table.count(cells.get(0));
    StringBuilder out =
        begin(LABELS + cells.size() * step + 20, tall + 30 + table.size() * ROW, title);
    for (int j = 0; j < table.size(); j++) {
      text(out, LABELS - 10, tall + 20.0 + j * ROW + 5, "end", table.lists().get(j));
    }
    for (int i = 0; i < cells.size(); i++) {
      int cell = cells.get(i);
      double x = LABELS + i * step + step / 2.0;
      double height = Math.max(1, (tall - 20) * table.count(cell) / most);
      out.append(
          "<rect x=\"%s\" y=\"%s\" width=\"14\" height=\"%s\" fill=\"%s\"/>"
              .formatted(at(x - 7), at(tall - height), at(height), INK));
      out.append(
          "<text x=\"%s\" y=\"%s\" font-size=\"9\" text-anchor=\"middle\">%s</text>"
              .formatted(at(x), at(tall - height - 3), words.number((double) table.count(cell))));
      for (int j = 0; j < table.size(); j++) {
        boolean on = (cell >> j & 1) != 0;
        out.append(
            "<circle cx=\"%s\" cy=\"%s\" r=\"6\" fill=\"%s\"/>"
                .formatted(at(x), at(tall + 20.0 + j * ROW), on ? INK : "#dcdce4"));
      }
    }
    return out.append("</svg>").toString();
  }

  private static StringBuilder begin(int width, int height, String title) {
    return new StringBuilder()
        .append(
            "<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\" width=\"%d\" xmlns=\"http://www.w3.org/2000/svg\" font-family=\"system-ui,sans-serif\" font-size=\"13\">"
                .formatted(HtmlReport.escaped(title), width, height, width));
  }

  private static void text(StringBuilder out, double x, double y, String anchor, String text) {
    String shown = text.length() > 42 ? text.substring(0, 41) + "…" : text;
    out.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
            .formatted(at(x), at(y), anchor, HtmlReport.escaped(shown)));
  }

  private static String at(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
