package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.language.Language;
import org.passerelle.paper.VeraPdf;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kind;
import org.passerelle.register.Kinds;
import org.passerelle.steer.letter.source.PictureSource;
import org.passerelle.steer.letter.source.Sources;

/**
 * Every edition of issue 12, made of the facts that come with the product, is PDF/UA-1 and
 * PDF/A-3a: veraPDF, which nobody here wrote, finds nothing, with nested tables, chart, map and
 * footnotes on the pages.
 */
@Tag("slow")
@Tag("long")
class AccessiblePdfTest {
  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "sr-Cyrl", "sr-Latn"})
  void everyEditionConforms(String tag) throws Exception {
    byte[] pdf = edition(12, tag);
    VeraPdf.assertConforms(pdf, tag);
  }

  /** A picture with words and one that only decorates. */
  @Test
  void anEditionWithPicturesConforms() throws Exception {
    Facts shipped = Facts.shipped();
    Kind kind = Kinds.shipped().find("picture").orElseThrow();
    Map<String, Object> words = Map.of("en", "A bridge", "fr", "Un pont", "sr", "Мост");
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : shipped.everything()) {
      String picture =
          Map.of("letter-12-focus", "told", "letter-12-caritas", "mute")
              .getOrDefault(entry.id(), "");
      Map<String, Object> content = new LinkedHashMap<>(entry.content());
      if (!picture.isEmpty()) {
        content.put("picture", picture);
      }
      entries.add(new Entry(entry.kind(), entry.id(), 1, content));
    }
    entries.add(new Entry(kind, "told", 1, Map.of("title", words, "alt", words, "file", "x")));
    entries.add(
        new Entry(kind, "mute", 1, Map.of("title", words, "decorative", true, "file", "x")));
    Facts facts = new Facts(entries);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB), "png", png);
    PictureSource.Found found = new PictureSource.Found("image/png", png.toByteArray(), 320, 200);
    byte[] pdf =
        Letters.make(
            facts,
            Sources.of(file -> Optional.of(found)),
            Composer.issue(facts, 12).orElseThrow(),
            new Language("sr-Cyrl"),
            Letters.Form.PDF);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      long images = 0;
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getXObjectNames()) {
          images += page.getResources().isImageXObject(name) ? 1 : 0;
        }
      }
      assertThat(images).isEqualTo(2);
    }
    VeraPdf.assertConforms(pdf, "an edition with pictures");
  }

  /** The head of a ministry: its names in the margin, its logo on the cover, and who signs. */
  @Test
  void anEditionWithAMinistryAtItsHeadConforms() throws Exception {
    Kind kind = Kinds.shipped().find("picture").orElseThrow();
    Map<String, Object> name =
        Map.of("en", "Ministry of bridges", "fr", "Ministère des ponts", "sr", "Министарство");
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : Facts.shipped().everything()) {
      Map<String, Object> content = new LinkedHashMap<>(entry.content());
      if (entry.kind().id().equals("series")) {
        content.put("ministry", name);
        content.put("logo", "logo");
        content.put("signatory", name);
        content.put("portrait", "logo");
        content.put("signature", "logo");
      }
      if (entry.id().equals("letter-12-editorial")) {
        content.put("signed", true);
      }
      entries.add(new Entry(entry.kind(), entry.id(), 1, content));
    }
    entries.add(new Entry(kind, "logo", 1, Map.of("title", name, "alt", name, "file", "x")));
    Facts facts = new Facts(entries);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 150, BufferedImage.TYPE_INT_RGB), "png", png);
    PictureSource.Found found = new PictureSource.Found("image/png", png.toByteArray(), 300, 150);
    byte[] pdf =
        Letters.make(
            facts,
            Sources.of(file -> Optional.of(found)),
            Composer.issue(facts, 12).orElseThrow(),
            new Language("fr"),
            Letters.Form.PDF);
    VeraPdf.assertConforms(pdf, "an edition with a ministry at its head");
  }

  /**
   * Bold, italics, both, a link, lists and headings, in each script, in columns and in an aside.
   */
  @ParameterizedTest
  @ValueSource(strings = {"fr", "sr-Cyrl"})
  void anEditionWithFormattedTextConforms(String tag) throws Exception {
    String text =
        """
        Први **део** и _други_ и **све _заједно_** у [једној вези](https://example.org/a?b=c&d=e).[1]

        ## Међунаслов

        - прва ставка
        - **друга** ставка

        1. најпре
        2. затим

        %s
        """
            .formatted("Још једна реченица. ".repeat(60));
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : Facts.shipped().everything()) {
      Map<String, Object> content = new LinkedHashMap<>(entry.content());
      if (entry.id().equals("letter-12-focus") || entry.id().equals("letter-12-editorial")) {
        content.put("text", Map.of("en", text, "fr", text, "sr", text));
        content.put("aside", Map.of("en", text, "fr", text, "sr", text));
      }
      entries.add(new Entry(entry.kind(), entry.id(), 1, content));
    }
    Facts facts = new Facts(entries);
    byte[] pdf =
        Letters.make(
            facts,
            Sources.NONE,
            Composer.issue(facts, 12).orElseThrow(),
            new Language(tag),
            Letters.Form.PDF);
    VeraPdf.assertConforms(pdf, "an edition with formatted text");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
          .contains("Први део и други и све заједно у једној вези", "прва ставка", "Међунаслов")
          .doesNotContain("**", "](");
    }
  }

  static byte[] edition(int number, String tag) {
    Facts facts = Facts.shipped();
    return Letters.make(
        facts,
        Sources.NONE,
        Composer.issue(facts, number).orElseThrow(),
        new Language(tag),
        Letters.Form.PDF);
  }
}
