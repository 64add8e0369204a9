package org.passerelle.evidence.redaction;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.passerelle.evidence.BadCaseFile;
import org.passerelle.evidence.Content;
import org.passerelle.evidence.internal.SealedScratch;

/**
 * Burns redactions into a PDF: every page becomes a picture in which the areas are black, in a new
 * document. Nothing of the old one is kept except its visible content: no text, hidden or not, no
 * picture below an area, no attachment, form, bookmark, script, metadata or earlier revision. Pages
 * without an area become pictures as well, since they may share fonts and pictures with those that
 * have one; the result therefore cannot be searched, and readers who need its text read aloud must
 * be given it separately.
 */
public final class Redaction {
  private static final int POINTS = 72;
  private static final float DPI = 200;
  private static final double MOST_PIXELS = 40e6;
  private static final float QUALITY = 0.9f;

  static {
    // the JDK would decode pictures by way of a readable temporary file
    ImageIO.setUseCache(false);
  }

  private Redaction() {}

  /**
   * Burns areas into a copy; one page at a time is held in memory.
   *
   * @param source a PDF (ISO 32000)
   * @param target written completely, or not at all
   * @throws BadCaseFile if an area is on no page, or a page cannot be rendered faithfully
   */
  public static void burn(Path source, Path target, List<Area> areas) {
    String name = String.valueOf(source.getFileName());
    Path part = null;
    try {
      Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
      part = Files.createTempFile(folder, ".redaction", ".part");
      part.toFile().deleteOnExit();
      try (OutputStream out = Files.newOutputStream(part)) {
        // temporary data lies beside the copy, where there is room for it
        burn(Content.of(source), name, out, areas, folder);
      }
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unredacted(name, e);
    } finally {
      discard(part);
    }
  }

  /**
   * Burns areas into a copy that is written to a stream. Nothing of the source lies readable on a
   * disk; if this throws, what was written is worthless.
   *
   * @param source a PDF (ISO 32000)
   * @param name of the file, for messages
   * @param target left open
   * @throws BadCaseFile if an area is on no page, or a page cannot be rendered faithfully
   */
  public static void burn(Content source, String name, OutputStream target, List<Area> areas) {
    burn(source, name, target, areas, SealedScratch.TEMPORARY);
  }

  private static void burn(
      Content source, String name, OutputStream target, List<Area> areas, Path folder) {
    if (areas.isEmpty()) {
      throw new BadCaseFile(
          "No area of %s is to be made unreadable. Maybe an area is missing.".formatted(name));
    }
    try (SealedScratch read = new SealedScratch(folder);
        SealedScratch written = new SealedScratch(folder);
        RandomAccessRead bytes = SealedScratch.bytes(source, read);
        PDDocument from = Loader.loadPDF(bytes, () -> read);
        PDDocument to = new PDDocument(() -> written)) {
      refuse(from, areas, name);
      copy(from, to, areas, name);
      to.save(target);
    } catch (InvalidPasswordException e) {
      throw new BadCaseFile(
          "%s is encrypted. Maybe save it without a password.".formatted(name), e);
    } catch (BadCaseFile e) {
      throw e;
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // a hostile file may try to crash its reader
      throw unredacted(name, e);
    }
  }

  private static BadCaseFile unredacted(String name, Throwable e) {
    return new BadCaseFile(
        "%s cannot be redacted (%s). Maybe print it to a new PDF.".formatted(name, e.getMessage()),
        e);
  }

  private static void discard(@org.jspecify.annotations.Nullable Path part) {
    if (part != null) {
      part.toFile().delete();
    }
  }

  private static void refuse(PDDocument document, List<Area> areas, String name) {
    for (Area area : areas) {
      if (area.page() > document.getNumberOfPages()) {
        throw new BadCaseFile(
            "%s has %d pages, and page %d is to be redacted. Maybe pages are counted from 1."
                .formatted(name, document.getNumberOfPages(), area.page()));
      }
      PDRectangle page = upright(document.getPage(area.page() - 1));
      boolean outside =
          area.x() + area.width() <= 0
              || area.y() + area.height() <= 0
              || area.x() >= page.getWidth()
              || area.y() >= page.getHeight();
      if (outside) {
        throw new BadCaseFile(
            "An area of page %d of %s is outside its %s by %s points. Maybe it is measured from another edge."
                .formatted(area.page(), name, page.getWidth(), page.getHeight()));
      }
    }
    refuseUnseen(document.getDocument(), name);
  }

  /** A picture that cannot be decoded would be left white, which would alter the exhibit. */
  private static void refuseUnseen(COSDocument document, String name) {
    for (COSObjectKey key : document.getXrefTable().keySet().toArray(COSObjectKey[]::new)) {
      COSBase object = document.getObjectFromPool(key).getObject();
      if (object instanceof COSStream stream) {
        String filters = String.valueOf(stream.getFilters());
        if (filters.contains(COSName.JPX_DECODE.getName())
            || filters.contains(COSName.JBIG2_DECODE.getName())) {
          throw new BadCaseFile(
              "%s contains pictures in JPEG 2000 or JBIG2, which cannot be rendered here. Maybe print it to a new PDF."
                  .formatted(name));
        }
      }
    }
  }

  private static void copy(PDDocument from, PDDocument to, List<Area> areas, String name)
      throws IOException {
    PDFRenderer renderer = new PDFRenderer(from);
    for (int i = 0; i < from.getNumberOfPages(); i++) {
      PDRectangle size = upright(from.getPage(i));
      float scale = scale(size);
      BufferedImage seen = renderer.renderImage(i, scale, ImageType.RGB);
      int number = i + 1;
      blacken(seen, areas.stream().filter(area -> area.page() == number).toList(), scale);
      PDPage page = new PDPage(size);
      to.addPage(page);
      PDImageXObject picture = JPEGFactory.createFromImage(to, seen, QUALITY);
      try (PDPageContentStream content = new PDPageContentStream(to, page)) {
        content.drawImage(picture, 0, 0, size.getWidth(), size.getHeight());
      }
    }
    if (to.getNumberOfPages() == 0) {
      throw new BadCaseFile("%s has no pages. Maybe it is damaged.".formatted(name));
    }
  }

  /** Rounds outwards to whole pixels, so that nothing shows at an edge. */
  private static void blacken(BufferedImage seen, List<Area> areas, float scale) {
    Graphics2D brush = seen.createGraphics();
    try {
      brush.setColor(Color.BLACK);
      for (Area area : areas) {
        int left = (int) Math.floor(area.x() * scale) - 1;
        int top = (int) Math.floor(area.y() * scale) - 1;
        int right = (int) Math.ceil((area.x() + area.width()) * scale) + 1;
        int bottom = (int) Math.ceil((area.y() + area.height()) * scale) + 1;
        brush.fillRect(left, top, right - left, bottom - top);
      }
    } finally {
      brush.dispose();
    }
  }

  static PDRectangle upright(PDPage page) {
    PDRectangle box = page.getCropBox();
    return page.getRotation() % 180 == 0
        ? new PDRectangle(box.getWidth(), box.getHeight())
        : new PDRectangle(box.getHeight(), box.getWidth());
  }

  static float scale(PDRectangle size) {
    double points = Math.max(1.0, (double) size.getWidth() * size.getHeight());
    return (float) Math.min(DPI / POINTS, Math.sqrt(MOST_PIXELS / points));
  }
}
