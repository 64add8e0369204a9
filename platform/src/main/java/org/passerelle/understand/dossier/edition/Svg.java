package org.passerelle.understand.dossier.edition;

import java.util.Locale;
import org.passerelle.paper.Lettering;

/**
 * An SVG drawing for page and print: colours as attributes and words as outlines, because the PDF
 * engine does not apply style sheets to drawings and must not use fonts of the machine. Its content
 * is described in the text alternative. For one drawing.
 */
final class Svg {
  /** Width of the text on A4, in CSS pixels: 170 mm. */
  private static final int WIDTH = 642;

  static final String INK = "#182129";
  static final String SOFT = "#4c5762";
  static final String LINE = "#ddd7cb";

  /** Okabe and Ito's palette, distinguishable with colour vision deficiency. */
  private static final String[] COLOURS = {
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a7a00", "#56b4e9", "#e69f00", "#555555"
  };

  private final StringBuilder out = new StringBuilder(4_000);

  Svg(int width, int height, String title, String description) {
    this(0, 0, width, height, title, description);
  }

  /**
   * A clipped part of a larger grid. The PDF engine reserves space for the given width and height,
   * whatever the style sheet says; they are therefore the text width in print.
   */
  Svg(int x, int y, int width, int height, String title, String description) {
    String told = escaped(title + ". " + description);
    out.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%6$d\" height=\"%7$d\" viewBox=\"%1$d %2$d %3$d %4$d\""
                + " role=\"img\" aria-label=\"%5$s\" alt=\"%5$s\"><rect x=\"%1$d\" y=\"%2$d\" width=\"%3$d\""
                + " height=\"%4$d\" fill=\"#ffffff\"/>",
            x,
            y,
            width,
            height,
            told,
            WIDTH,
            Math.round((double) WIDTH * height / width)));
  }

  static String colour(int number) {
    return COLOURS[Math.min(number, COLOURS.length - 1)];
  }

  Svg rect(double x, double y, double width, double height, String fill) {
    return add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
        x, y, Math.max(width, 0), Math.max(height, 0), fill);
  }

  Svg line(double x1, double y1, double x2, double y2, String stroke, double width) {
    return add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.2f\"/>",
        x1, y1, x2, y2, stroke, width);
  }

  Svg circle(double x, double y, double radius, String fill) {
    return add(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" stroke=\"#ffffff\" stroke-width=\"1\"/>",
        x, y, radius, fill);
  }

  Svg ring(double x, double y, double radius, String stroke) {
    return add(
        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#ffffff\" stroke=\"%s\" stroke-width=\"1.5\"/>",
        x, y, radius, stroke);
  }

  /** A stroked path. */
  Svg stroke(String path, String colour, double width, double opacity) {
    return add(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.2f\" stroke-opacity=\"%.2f\"/>",
        path, colour, width, opacity);
  }

  /** A filled path. */
  Svg fill(String path, String colour, double opacity) {
    return add("<path d=\"%s\" fill=\"%s\" fill-opacity=\"%.2f\"/>", path, colour, opacity);
  }

  /** A text; truncated if long. */
  Svg text(String words, double x, double y, double size, String anchor, String fill) {
    return add(
        "<path d=\"%s\" fill=\"%s\"/>",
        Lettering.path(cut(words), x, y, size, anchor, false), fill);
  }

  /** The same on a light background, so that lines beneath do not interfere. */
  Svg label(String words, double x, double y, double size, String anchor) {
    String path = Lettering.path(cut(words), x, y, size, anchor, false);
    return add(
        "<path d=\"%s\" fill=\"#ffffff\" stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\"/>"
            + "<path d=\"%s\" fill=\"#182129\"/>",
        path, path);
  }

  /** Generated markup. */
  Svg raw(String markup) {
    out.append(markup);
    return this;
  }

  String done() {
    return out + "</svg>";
  }

  private Svg add(String format, Object... arguments) {
    out.append(String.format(Locale.ROOT, format, arguments));
    return this;
  }

  private static String cut(String words) {
    // the typeface has no glyphs for non-breaking spaces
    String plain = words.replace('\u202f', ' ').replace('\u00a0', ' ');
    int points = plain.codePointCount(0, plain.length());
    return points <= 28 ? plain : plain.substring(0, plain.offsetByCodePoints(0, 27)) + "…";
  }

  static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replaceAll("[\\p{Cc}]", " ");
  }
}
