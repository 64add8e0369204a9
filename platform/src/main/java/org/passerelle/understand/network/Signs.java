package org.passerelle.understand.network;

import java.util.Locale;
import java.util.Map;

/**
 * The shapes of drawn actors by their kind, as Cytoscape.js draws them; the end tag is left out.
 */
final class Signs {
  private static final Map<String, Integer> CORNERS =
      Map.of("family", 6, "vehicle", 5, "address", 3, "bank-account", 8);

  /** Half the sides of a square, from −1 to 1. */
  private static final String DIAMOND = "0,-1 1,0 0,1 -1,0";

  private static final String TAG = "-1,-1 0.25,-1 1,0 0.25,1 -1,1";

  /** A pentagram: its inner corners lie this far from the middle. */
  private static final double INNER = 0.5 * (3 - Math.sqrt(5)) * 1.57;

  private Signs() {}

  /** The shape within a group of its own that is still open. */
  static String of(String kind, double x, double y, double half, String paint) {
    String shape =
        switch (kind) {
          case "person" -> polygon(DIAMOND, x, y, half);
          case "account", "advertisement" -> polygon(TAG, x, y, half);
          case "family", "vehicle", "address", "bank-account" ->
              polygon(corners(CORNERS.getOrDefault(kind, 4)), x, y, half);
          case "event" -> polygon(star(), x, y, half);
          case "organisation" -> square(x, y, half, 0);
          case "phone" -> square(x, y, half, half / 2);
          default -> format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", x, y, half);
        };
    return "<g " + paint + format(" data-at=\"%.1f %.1f\">", x, y) + shape;
  }

  private static String square(double x, double y, double half, double round) {
    return format(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\"/>",
        x - half, y - half, 2 * half, 2 * half, round);
  }

  private static String polygon(String points, double x, double y, double half) {
    StringBuilder placed = new StringBuilder();
    for (String point : points.split(" ", -1)) {
      String[] at = point.split(",", 2);
      placed.append(
          format(
              "%s%.1f,%.1f",
              placed.isEmpty() ? "" : " ",
              x + half * Double.parseDouble(at[0]),
              y + half * Double.parseDouble(at[1])));
    }
    return "<polygon points=\"" + placed + "\"/>";
  }

  /** A regular polygon: with an even number of corners it lies on a side. */
  private static String corners(int count) {
    StringBuilder points = new StringBuilder();
    double step = 2 * Math.PI / count;
    double start = Math.PI / 2 + (count % 2 == 0 ? step / 2 : 0);
    for (int i = 0; i < count; i++) {
      points.append(i == 0 ? "" : " ").append(at(start + i * step, 1));
    }
    return points.toString();
  }

  private static String star() {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      points
          .append(i == 0 ? "" : " ")
          .append(at(Math.PI / 2 + i * Math.PI / 5, i % 2 == 0 ? 1 : INNER));
    }
    return points.toString();
  }

  private static String at(double angle, double far) {
    return format("%.4f,%.4f", far * Math.cos(angle), -far * Math.sin(angle));
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
