package org.passerelle.steer.letter;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.passerelle.language.Language;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.sheet.LastPage;
import org.passerelle.steer.letter.source.Sources;

/** A block as readers will see it, while it is being written. */
public final class Proof {
  private static final int DPI = 96;
  private static final int MOST_SHEETS = 3;
  private static final int MARGIN = 40;

  private Proof() {}

  /** As a page shows it, with terms of the glossary underlined. */
  public static Terms.Page page(
      Facts facts, Sources sources, Entry letter, Entry typed, Language language) {
    Edition edition = new Composer(facts, sources).compose(letter, typed, language);
    return new Terms(facts, language).in(Typesetter.section(edition));
  }

  /**
   * As it stands on A4: addresses of the first sheets as pictures of 96 dots per inch, without the
   * white below the text.
   */
  public static List<String> sheets(
      Facts facts, Sources sources, Entry letter, Entry typed, Language language) {
    Composer composer = new Composer(facts, sources);
    // the cover needs the contents of the whole issue
    Edition edition =
        typed.text("type").equals("editorial")
            ? composer.composeWith(letter, typed, language)
            : composer.compose(letter, typed, language);
    Section section =
        edition.sections().stream()
            .filter(one -> one.id().equals(typed.id()))
            .findFirst()
            .orElseThrow();
    try (PDDocument proof = Loader.loadPDF(Typesetter.proof(edition, section))) {
      PDFRenderer renderer = new PDFRenderer(proof);
      List<String> sheets = new ArrayList<>();
      for (int page = 0; page < Math.min(MOST_SHEETS, proof.getNumberOfPages()); page++) {
        BufferedImage drawn = renderer.renderImageWithDPI(page, DPI, ImageType.RGB);
        sheets.add(address(drawn.getSubimage(0, 0, drawn.getWidth(), used(drawn))));
      }
      return List.copyOf(sheets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Height down to the last line that is not white, with a margin. */
  private static int used(BufferedImage sheet) {
    return Math.min(sheet.getHeight(), LastPage.lastInked(sheet, sheet.getHeight() - 1) + MARGIN);
  }

  private static String address(BufferedImage sheet) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(200_000);
    ImageIO.write(sheet, "png", out);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
  }
}
