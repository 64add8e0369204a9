package org.passerelle.steer.letter;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who publishes the letter, as it stands at its head: what a ministry enters with the series. The
 * product comes with none. Immutable.
 *
 * @param ministry name of the ministry, or empty
 * @param office the office or representation below it, or empty
 * @param logo a {@code data:} address, or empty
 * @param width width of the logo in pixels
 * @param height height of the logo in pixels
 */
public record Masthead(String ministry, String office, String logo, int width, int height) {
  /** Nothing was entered. */
  static final Masthead NONE = new Masthead("", "", "", 0, 0);

  /** The box of a logo in print, in mm: where the drawing of the bridge is without one. */
  private static final double WIDEST = 28;

  private static final double HIGHEST = 15;

  /** The names that were entered. */
  public List<String> names() {
    return Stream.of(ministry, office).filter(name -> !name.isEmpty()).toList();
  }

  public boolean hasLogo() {
    return !logo.isEmpty();
  }

  /** Width of the logo in print, in mm. */
  public double printed() {
    double wide = Math.min(WIDEST, HIGHEST * width / Math.max(1, height));
    return Math.round(wide * 10) / 10.0;
  }
}
