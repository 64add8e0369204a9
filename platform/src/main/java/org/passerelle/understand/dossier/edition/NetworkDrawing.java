package org.passerelle.understand.dossier.edition;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.understand.dossier.chapter.Picture;
import org.passerelle.understand.dossier.chapter.Structure;

/** The measured network, with discs coloured by group, and the effect of removing key players. */
final class NetworkDrawing {
  private static final int WIDTH = 760;
  private static final double MARGIN = 30;
  private static final int NAMES = 24;

  private NetworkDrawing() {}

  static Block.Figure of(Picture picture, EditionFormat editionFormat) {
    double bottom = picture.dots().stream().mapToDouble(Picture.Dot::y).max().orElse(0);
    double right = picture.dots().stream().mapToDouble(Picture.Dot::x).max().orElse(1);
    double scale = (WIDTH - 2 * MARGIN) / Math.max(right, 1e-9);
    double high = Math.min(bottom * scale, 560);
    double down = bottom == 0 ? 1 : high / bottom;
    String title = editionFormat.text("dossier.fig.network");
    Svg svg =
        new Svg(
            WIDTH,
            (int) (high + 2 * MARGIN),
            title,
            editionFormat.text(
                "dossier.fig.network.told", picture.dots().size(), picture.lines().size()));
    for (Picture.Line line : picture.lines()) {
      Picture.Dot a = picture.dots().get(line.from());
      Picture.Dot b = picture.dots().get(line.to());
      svg.line(
          MARGIN + a.x() * scale,
          MARGIN + a.y() * down,
          MARGIN + b.x() * scale,
          MARGIN + b.y() * down,
          "#b9bfc4",
          0.8);
    }
    Set<String> named =
        picture.dots().stream()
            .sorted(Comparator.comparingInt((Picture.Dot d) -> -d.degree()))
            .limit(NAMES)
            .map(Picture.Dot::code)
            .collect(Collectors.toSet());
    for (Picture.Dot dot : picture.dots()) {
      svg.circle(
          MARGIN + dot.x() * scale, MARGIN + dot.y() * down, radius(dot), Svg.colour(dot.group()));
    }
    for (Picture.Dot dot : picture.dots()) {
      if (named.contains(dot.code())) {
        double x = MARGIN + dot.x() * scale;
        boolean left = x > WIDTH * 0.8;
        svg.label(
            editionFormat.word(dot.code()),
            left ? x - radius(dot) - 3 : x + radius(dot) + 3,
            MARGIN + dot.y() * down + 4,
            12,
            left ? "end" : "start");
      }
    }
    return new Block.Figure(title, svg.done());
  }

  private static double radius(Picture.Dot dot) {
    return Math.min(13, 3.5 + Math.sqrt(dot.degree()) * 1.6);
  }

  /** The removal curves on one grid. */
  static Block.Figure curves(List<Structure.Curve> curves, EditionFormat editionFormat) {
    String title = editionFormat.text("dossier.fig.removal");
    double left = 56;
    double top = 16;
    double width = 520;
    double height = 190;
    Svg svg = new Svg(WIDTH, 250, title, editionFormat.text("dossier.fig.removal.told"));
    for (int share = 0; share <= 4; share++) {
      double y = top + height * (1 - share / 4.0);
      svg.line(left, y, left + width, y, Svg.LINE, 1);
      svg.text(editionFormat.percent(share / 4.0), left - 8, y + 4, 12, "end", Svg.SOFT);
    }
    int steps = curves.stream().mapToInt(c -> c.shares().size()).max().orElse(2) - 1;
    for (int step = 0; step <= steps; step += Math.max(1, steps / 5)) {
      svg.text(
          editionFormat.number(step),
          left + width * step / Math.max(1, steps),
          top + height + 20,
          12,
          "middle",
          Svg.SOFT);
    }
    for (int c = 0; c < curves.size(); c++) {
      StringBuilder path = new StringBuilder();
      List<Double> shares = curves.get(c).shares();
      for (int i = 0; i < shares.size(); i++) {
        path.append(
            String.format(
                java.util.Locale.ROOT,
                "%s%.1f %.1f",
                i == 0 ? "M" : "L",
                left + width * i / Math.max(1, steps),
                top + height * (1 - shares.get(i))));
      }
      svg.stroke(path.toString(), Svg.colour(c), 2.2, 1);
      svg.line(
          left + width + 20,
          top + 20 + 26 * c,
          left + width + 44,
          top + 20 + 26 * c,
          Svg.colour(c),
          3);
      svg.text(
          editionFormat.text("dossier.measure." + curves.get(c).measure()),
          left + width + 50,
          top + 24 + 26 * c,
          13,
          "start",
          Svg.INK);
    }
    return new Block.Figure(title, svg.done());
  }
}
