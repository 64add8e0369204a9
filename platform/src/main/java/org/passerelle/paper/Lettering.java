package org.passerelle.paper;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Texts in drawings as glyph outlines: the PDF engine would otherwise use fonts of the machine,
 * which a server may not have. The drawing's text alternative contains the words.
 */
public final class Lettering {
  private static final Lettering PLAIN = new Lettering("400-normal");
  private static final Lettering STRONG = new Lettering("600-normal");
  private final List<TrueTypeFont> fonts;

  private Lettering(String face) {
    fonts = Fonts.files("source-sans-3", face).stream().map(Lettering::parse).toList();
  }

  /**
   * The outlines of a text.
   *
   * @param x position of its start, middle or end
   * @param y its baseline
   * @param size font size in units of the drawing
   * @param anchor {@code start}, {@code middle} or {@code end}
   */
  public static String path(
      String text, double x, double y, double size, String anchor, boolean strong) {
    Lettering lettering = strong ? STRONG : PLAIN;
    synchronized (lettering) {
      try {
        return lettering.outline(text, x, y, size, anchor);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private String outline(String text, double x, double y, double size, String anchor)
      throws IOException {
    double width = 0;
    for (int c : text.codePoints().toArray()) {
      Glyph glyph = glyph(c);
      width += glyph.font.getAdvanceWidth(glyph.id) * size / glyph.font.getUnitsPerEm();
    }
    double at = x - (anchor.equals("end") ? width : anchor.equals("middle") ? width / 2 : 0);
    StringBuilder path = new StringBuilder();
    for (int c : text.codePoints().toArray()) {
      Glyph glyph = glyph(c);
      double scale = size / glyph.font.getUnitsPerEm();
      GlyphData data = glyph.font.getGlyph().getGlyph(glyph.id);
      if (data != null) {
        append(path, data.getPath(), new AffineTransform(scale, 0, 0, -scale, at, y));
      }
      at += glyph.font.getAdvanceWidth(glyph.id) * scale;
    }
    return path.toString();
  }

  private record Glyph(TrueTypeFont font, int id) {}

  private Glyph glyph(int codePoint) throws IOException {
    for (TrueTypeFont font : fonts) {
      CmapLookup map = font.getUnicodeCmapLookup();
      int id = map.getGlyphId(codePoint);
      if (id > 0) {
        return new Glyph(font, id);
      }
    }
    return new Glyph(fonts.get(0), 0);
  }

  private static void append(StringBuilder path, GeneralPath shape, AffineTransform transform) {
    double[] p = new double[6];
    for (PathIterator i = shape.getPathIterator(transform); !i.isDone(); i.next()) {
      switch (i.currentSegment(p)) {
        case PathIterator.SEG_MOVETO -> points(path.append('M'), p, 2);
        case PathIterator.SEG_LINETO -> points(path.append('L'), p, 2);
        case PathIterator.SEG_QUADTO -> points(path.append('Q'), p, 4);
        case PathIterator.SEG_CUBICTO -> points(path.append('C'), p, 6);
        default -> path.append('Z');
      }
    }
  }

  private static void points(StringBuilder path, double[] p, int n) {
    for (int i = 0; i < n; i++) {
      path.append(i > 0 ? " " : "").append(String.format(Locale.ROOT, "%.2f", p[i]));
    }
  }

  private static TrueTypeFont parse(byte[] file) {
    try {
      return new TTFParser().parse(new RandomAccessReadBuffer(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
