package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.language.Language;
import org.passerelle.paper.Paper;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.source.Sources;
import org.passerelle.steer.letter.words.Ordinals;

/** The letter on paper can be read, and is set as its language sets it. */
@Tag("slow")
class TypeTest {
  private static final double LEAST = 7.5;
  private static final Facts FACTS = Facts.shipped();

  private static Edition edition(String tag) {
    return new Composer(FACTS, Sources.NONE)
        .compose(Composer.issue(FACTS, 12).orElseThrow(), new Language(tag));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "sr-Cyrl", "sr-Latn"})
  void nothingIsSmallerThanSevenAndAHalfPoints(String tag) throws Exception {
    List<String> small = new ArrayList<>();
    List<Double> sizes = new ArrayList<>();
    PDFTextStripper reader =
        new PDFTextStripper() {
          @Override
          protected void processTextPosition(TextPosition position) {
            if (!position.getUnicode().isBlank()) {
              sizes.add(size(position));
              if (size(position) < LEAST - 0.01) {
                small.add(size(position) + " " + position.getUnicode());
              }
            }
          }
        };
    try (PDDocument document = Loader.loadPDF(Typesetter.pdf(edition(tag)))) {
      reader.getText(document);
    }
    assertThat(sizes).hasSizeGreaterThan(10_000).contains(7.5);
    assertThat(small).isEmpty();
  }

  /** In pt; what the library calls so is rounded down to whole ones. */
  private static double size(TextPosition position) {
    return Math.round(position.getYScale() * 100) / 100.0;
  }

  /** The words of map and charts are drawn as shapes, which no reader of text finds. */
  @ParameterizedTest
  @CsvSource({"map-box, 760, 17", "chart-box, 620, 13"})
  void theWordsOfDrawingsAreNotSmaller(String box, int units, int letters) {
    Matcher width =
        Pattern.compile("\\." + box + " svg \\{ display: block; width: ([0-9.]+)mm")
            .matcher(Paper.text("/steer/letter/print.css"));
    assertThat(width.find()).isTrue();
    double points = Double.parseDouble(width.group(1)) / 25.4 * 72;
    assertThat(letters * points / units).isGreaterThanOrEqualTo(LEAST);
    for (String tag : Composer.LANGUAGES) {
      Matcher drawing =
          Pattern.compile("class=\"" + box + "\".*?</svg>", Pattern.DOTALL)
              .matcher(Typesetter.article(edition(tag)));
      assertThat(drawing.find()).as(tag).isTrue();
      assertThat(drawing.group()).contains("viewBox=\"0 0 " + units + " ");
      assertThat(
              Pattern.compile("font-size=\"([0-9]+)\"")
                  .matcher(drawing.group())
                  .results()
                  .map(one -> Integer.parseInt(one.group(1))))
          .as(tag)
          .isNotEmpty()
          .allSatisfy(size -> assertThat(size).isGreaterThanOrEqualTo(letters));
    }
  }

  @Test
  void frenchRaisesTheEndingsOfItsNumerals() throws Exception {
    String page = Typesetter.article(edition("fr"));
    assertThat(page).contains("1<sup class=\"ordinal\">er</sup> juin");
    assertThat(page.replaceAll("<(title|desc|text)\\b.*?</\\1>|<[^>]*>", ""))
        .as("as text it stays what it was")
        .contains("31 mai – 1er juin");
    assertThat(Typesetter.article(edition("en"))).doesNotContain("class=\"ordinal\"");
    try (PDDocument document = Loader.loadPDF(Typesetter.pdf(edition("fr")))) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
          .contains("31 mai – 1er juin", "27e session");
    }
  }

  @Test
  void onlyOrdinalsOfReadersAreRaised() {
    assertThat(
            Ordinals.raised(
                "<p title=\"la 2e > 1er\">XXe siècle, 27e session, n° 12, 3 e, 12ex</p>"))
        .isEqualTo(
            "<p title=\"la 2e > 1er\">XX<sup class=\"ordinal\">e</sup> siècle,"
                + " 27<sup class=\"ordinal\">e</sup> session, n° 12, 3 e, 12ex</p>");
    assertThat(Ordinals.raised("<p>les 1ers, la 2nde, 3es, 4 nd</p>"))
        .isEqualTo(
            "<p>les 1<sup class=\"ordinal\">ers</sup>, la 2<sup class=\"ordinal\">nde</sup>,"
                + " 3<sup class=\"ordinal\">es</sup>, 4 nd</p>");
    assertThat(Ordinals.raised("<title>La 2e</title><svg><text x=\"1\">1er</text></svg>"))
        .isEqualTo("<title>La 2e</title><svg><text x=\"1\">1er</text></svg>");
  }
}
