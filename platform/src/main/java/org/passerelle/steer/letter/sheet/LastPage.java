package org.passerelle.steer.letter.sheet;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * How an issue ends on paper. A last page with a few lines on it looks as if something were
 * missing: lines are set closer or wider where that mends it. Otherwise the editor is told.
 *
 * @param pages pages of the issue
 * @param filled how far down the last one is filled by text, pictures and drawings; 0 to 1 of the
 *     height between its margins
 */
public record LastPage(int pages, double filled) {
  /** Below it a page counts as half empty. */
  public static final double HALF = 0.5;

  /** As in the style of the page, in mm. */
  private static final double HIGH = 297;

  private static final double TOP = 20;
  private static final double BOTTOM = 24;

  /** Enough to see whether a line is there. */
  private static final int DPI = 36;

  private static final int WHITE = 0xffffff;

  /** Lines of the blocks set closer, then wider; the cover stays as it is. */
  private static final List<String> FITS =
      List.of(
          """
          .block { font-size: 9.5pt; line-height: 12.25pt; margin-top: 11pt; }
          .block h3 { margin-top: 7pt; } .block p + p { margin-top: 3.5pt; }
          .block th, .block td, .works li, .plain li { padding-top: 1.75pt; padding-bottom: 1.75pt; }
          .block .footnotes { padding-top: 6pt; } .block.sheet { margin-top: 0; }
          """,
          """
          .block { font-size: 10.25pt; line-height: 14.25pt; margin-top: 24pt; }
          .block h3 { margin-top: 13pt; } .block p + p { margin-top: 7pt; }
          .block th, .block td, .works li, .plain li { padding-top: 3.75pt; padding-bottom: 3.75pt; }
          .block.sheet { margin-top: 0; }
          """);

  /** Whether it ends with a page that is more than half empty. */
  public boolean halfEmpty() {
    return pages > 1 && filled < HALF;
  }

  /** In percent, for readers. */
  public int percent() {
    return (int) Math.round(filled * 100);
  }

  /** As the file has it. */
  public static LastPage of(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int pages = document.getNumberOfPages();
      BufferedImage sheet =
          new PDFRenderer(document).renderImageWithDPI(pages - 1, DPI, ImageType.RGB);
      double dots = sheet.getHeight() / HIGH;
      int last = lastInked(sheet, (int) Math.floor((HIGH - BOTTOM) * dots) - 1);
      double filled = (last / dots - TOP) / (HIGH - TOP - BOTTOM);
      return new LastPage(pages, Math.max(0, Math.min(1, filled)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last line of dots, at or above one, that is not white; 0 if all are. */
  public static int lastInked(BufferedImage sheet, int from) {
    int[] line = new int[sheet.getWidth()];
    for (int y = from; y > 0; y--) {
      sheet.getRGB(0, y, line.length, 1, line, 0, line.length);
      for (int dot : line) {
        if ((dot & WHITE) != WHITE) {
          return y;
        }
      }
    }
    return 0;
  }

  /**
   * The issue as it ends best.
   *
   * @param setting sets the issue with lines added to its style
   */
  public static byte[] fitted(Function<String, byte[]> setting) {
    byte[] usual = setting.apply("");
    LastPage asSet = of(usual);
    if (!asSet.halfEmpty()) {
      return usual;
    }
    for (String fit : FITS) {
      byte[] other = setting.apply(fit);
      LastPage end = of(other);
      if (!end.halfEmpty() && end.pages <= asSet.pages) {
        return other;
      }
    }
    return usual;
  }
}
