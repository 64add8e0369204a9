package org.passerelle.evidence.redaction;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.passerelle.evidence.BadCaseFile;
import org.passerelle.evidence.Content;
import org.passerelle.evidence.internal.SealedScratch;

/** Pages of a PDF as pictures, as {@link Redaction} sees them, for whoever marks areas on them. */
public final class PageImages {
  private static final float SHARE = 0.5f;

  static {
    // the JDK would encode pictures by way of a readable temporary file
    ImageIO.setUseCache(false);
  }

  private PageImages() {}

  /**
   * A page.
   *
   * @param pages number of pages of the document
   * @param width in points, as displayed
   * @param height in points, as displayed
   */
  public record Page(int pages, double width, double height) {}

  /**
   * The size of a page.
   *
   * @param number from 1; a page that does not exist stands for the nearest that does
   * @throws BadCaseFile if it is no PDF that can be shown
   */
  public static Page size(Content source, int number) {
    return open(
        source,
        document -> {
          PDRectangle size = Redaction.upright(document.getPage(index(document, number)));
          return new Page(document.getNumberOfPages(), size.getWidth(), size.getHeight());
        });
  }

  /**
   * A page as PNG at 100 dots per inch, fewer if it is very large.
   *
   * @param number as in {@link #size}
   * @throws BadCaseFile if it is no PDF that can be shown
   */
  public static byte[] png(Content source, int number) {
    return open(
        source,
        document -> {
          int index = index(document, number);
          float scale = Redaction.scale(Redaction.upright(document.getPage(index))) * SHARE;
          BufferedImage seen = new PDFRenderer(document).renderImage(index, scale, ImageType.RGB);
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          ImageIO.write(seen, "png", out);
          return out.toByteArray();
        });
  }

  private static int index(PDDocument document, int number) {
    if (document.getNumberOfPages() == 0) {
      throw new BadCaseFile("There are no pages. Maybe the file is damaged.");
    }
    return Math.max(0, Math.min(number, document.getNumberOfPages()) - 1);
  }

  private interface Seen<T> {
    T of(PDDocument document) throws IOException;
  }

  private static <T> T open(Content source, Seen<T> seen) {
    try (SealedScratch scratch = new SealedScratch(SealedScratch.TEMPORARY);
        RandomAccessRead bytes = SealedScratch.bytes(source, scratch);
        PDDocument document = Loader.loadPDF(bytes, () -> scratch)) {
      return seen.of(document);
    } catch (BadCaseFile e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // a hostile file may try to crash its reader
      throw new BadCaseFile("The page cannot be shown. Maybe it is damaged.", e);
    }
  }
}
