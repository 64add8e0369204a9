package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.language.Language;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kinds;
import org.passerelle.steer.letter.source.PictureSource;
import org.passerelle.steer.letter.source.Sources;

/** A signed editorial in its editions: on the cover, in mails, and not before somebody agreed. */
@Tag("slow")
class SignedCoverTest {
  private static final String EDITORIAL = "letter-12-editorial";
  private static final Map<String, String> WORDS = SignedEditorialTest.WORDS;

  private static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", png);
    return png.toByteArray();
  }

  /** A portrait of which nobody noted anything, as the pages of the register let it be entered. */
  @Test
  void aPictureWithoutANoteHoldsTheReleaseBack() throws IOException {
    Facts facts = issue(Map.of("people", "none"));
    assertThat(new SignedEditorials().of(facts, Composer.issue(facts, 12).orElseThrow()))
        .singleElement()
        .satisfies(
            obstacle -> {
              assertThat(obstacle.key()).isEqualTo("letters.obstacle.signatory-consent");
              assertThat(obstacle.href())
                  .isEqualTo("/steer/letters/series/quarterly-letter/signatory#consent");
            });
    Facts agreed = issue(Map.of("people", "agreed", "consent", "in writing"));
    assertThat(new SignedEditorials().of(agreed, Composer.issue(agreed, 12).orElseThrow()))
        .isEmpty();
  }

  /** With text, portrait and signature the cover stays one page, in each edition. */
  @Test
  void theCoverHoldsAllOfIt() throws IOException {
    Facts facts = issue(Map.of("people", "agreed", "consent", "in writing"));
    byte[] picture = png(400, 500);
    PictureSource.Found found = new PictureSource.Found("image/png", picture, 400, 500);
    for (String tag : Composer.LANGUAGES) {
      Edition edition =
          new Composer(facts, Sources.of(file -> Optional.of(found)))
              .compose(Composer.issue(facts, 12).orElseThrow(), new Language(tag));
      String mail = MailForm.html(edition);
      assertThat(mail).contains(words(edition)).doesNotContain("<img");
      Edition unsigned =
          new Composer(Facts.shipped(), Sources.NONE)
              .compose(Composer.issue(facts, 12).orElseThrow(), new Language(tag));
      byte[] pdf = Typesetter.pdf(edition);
      assertThat(page(pdf, 1)).as(tag).contains(bare(words(edition)));
      assertThat(page(pdf, 2))
          .as(tag + ": nothing of the cover came over")
          .isEqualTo(page(Typesetter.pdf(unsigned), 2));
      assertThat(MailForm.plain(edition)).contains(words(edition));
    }
  }

  private static String page(byte[] pdf, int number) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper text = new PDFTextStripper();
      text.setStartPage(number);
      text.setEndPage(number);
      return bare(text.getText(document));
    }
  }

  private static String words(Edition edition) {
    return Objects.requireNonNull(edition.sections().get(0).signatory()).words();
  }

  private static String bare(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static Facts issue(Map<String, Object> known) {
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : Facts.shipped().everything()) {
      Map<String, Object> content = new LinkedHashMap<>(entry.content());
      if (entry.kind().id().equals("series")) {
        content.putAll(Map.of("signatory", WORDS, "portrait", "face", "signature", "face"));
      }
      if (entry.id().equals(EDITORIAL)) {
        content.put("signed", true);
      }
      entries.add(new Entry(entry.kind(), entry.id(), 1, content));
    }
    Map<String, Object> picture = new LinkedHashMap<>(known);
    picture.putAll(Map.of("title", WORDS, "alt", WORDS, "file", "x"));
    entries.add(new Entry(Kinds.shipped().find("picture").orElseThrow(), "face", 1, picture));
    return new Facts(entries);
  }
}
