package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.language.Language;
import org.passerelle.paper.Paper;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.sheet.LastPage;
import org.passerelle.steer.letter.source.Sources;

/** Paper of any issue: how its last page is filled, the note on status, the size of its letters. */
@Tag("slow")
class LastPageTest {
  private static final Facts SHIPPED = Facts.shipped();
  private static final double MM = 72 / 25.4;

  private static Edition edition(Facts facts, int number, String tag) {
    return new Composer(facts, Sources.NONE)
        .compose(Composer.issue(facts, number).orElseThrow(), new Language(tag));
  }

  /** The issue with paragraphs that name Kosovo added to a block. */
  private static Facts longer(String block, int paragraphs) {
    String text =
        "Une phrase sur le Kosovo et la coopération, assez longue pour remplir une ligne. "
            .repeat(4);
    List<Entry> entries = new ArrayList<>();
    for (Entry entry : SHIPPED.everything()) {
      Map<String, Object> content = new LinkedHashMap<>(entry.content());
      if (entry.id().equals(block)) {
        String all = (text.strip() + "\n\n").repeat(paragraphs).strip();
        content.put("text", Map.of("en", all, "fr", all, "sr", all.replace("Kosovo", "Косово")));
      }
      entries.add(new Entry(entry.kind(), entry.id(), 1, content));
    }
    return new Facts(entries);
  }

  /** Read by position, not by what the product itself measures. */
  private static double lowest(byte[] pdf) throws Exception {
    double[] lowest = {0};
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper reader =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition position) {
              boolean foot = position.getYDirAdj() > (297 - 24) * MM;
              if (!foot && !position.getUnicode().isBlank()) {
                lowest[0] = Math.max(lowest[0], position.getYDirAdj());
              }
            }
          };
      reader.setStartPage(document.getNumberOfPages());
      reader.getText(document);
    }
    return (lowest[0] / MM - 20) / (297 - 20 - 24);
  }

  @ParameterizedTest
  @CsvSource({"12,fr", "12,en", "12,sr-Cyrl", "12,sr-Latn", "13,fr", "13,en", "13,sr-Cyrl"})
  void theIssuesThatComeWithTheProductEndWell(int number, String tag) throws Exception {
    byte[] pdf = Typesetter.pdf(edition(SHIPPED, number, tag));
    LastPage end = LastPage.of(pdf);
    assertThat(end.halfEmpty()).as("%s", end).isFalse();
    // a background or a picture may lie below the last line, never above it
    assertThat(end.filled()).isGreaterThan(lowest(pdf) - 0.01).isLessThan(lowest(pdf) + 0.1);
  }

  /** Whatever an issue holds, its last page is filled, or what measures it says that it is not. */
  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "letter-12-focus,2", "letter-12-focus,9", "letter-12-focus,16", "letter-12-caritas,5",
    "letter-12-caritas,12", "letter-12-contact,1", "letter-12-contact,8", "letter-12-contact,20"
  })
  void anotherIssueEndsWellOrItIsTold(String block, int paragraphs) throws Exception {
    byte[] pdf = Typesetter.pdf(edition(longer(block, paragraphs), 12, "fr"));
    LastPage end = LastPage.of(pdf);
    assertThat(end.pages()).isGreaterThan(5);
    if (lowest(pdf) < LastPage.HALF - 0.1) {
      assertThat(end.halfEmpty()).as("told: %s", end).isTrue();
    }
    assertThat(smallest(pdf)).isGreaterThanOrEqualTo(7.49);
    noteStandsOnce(pdf, edition(longer(block, paragraphs), 12, "fr"));
  }

  /** A sheet with two lines on it is set again, and ends better. */
  @Test
  void linesAreSetCloserOrWiderWhereThatHelps() {
    List<String> asked = new ArrayList<>();
    byte[] few = sheets(3);
    byte[] full = sheets(40);
    assertThat(LastPage.of(few).halfEmpty()).isTrue();
    assertThat(LastPage.of(few).percent()).isBetween(3, 12);
    assertThat(LastPage.of(full).halfEmpty()).isFalse();
    byte[] set =
        LastPage.fitted(
            fit -> {
              asked.add(fit);
              return asked.size() == 3 ? full : few;
            });
    assertThat(set).isSameAs(full);
    assertThat(asked).hasSize(3).startsWith("").doesNotHaveDuplicates();
    assertThat(LastPage.fitted(fit -> few)).as("if nothing helps").isSameAs(few);
    assertThat(LastPage.of(sheet(2)).halfEmpty()).as("an only page").isFalse();
  }

  private static byte[] sheets(int lines) {
    return paper("<p style=\"page-break-after: always\">One</p>" + "<p>Line</p>".repeat(lines));
  }

  private static byte[] sheet(int lines) {
    return paper("<p>Line</p>".repeat(lines));
  }

  private static byte[] paper(String body) {
    return Paper.pdf(
        "en",
        """
        <html lang="en"><head><title>T</title><meta name="description" content="D"/><style>
        @page { size: A4; margin: 20mm 18mm 24mm 18mm; }
        p { font: 10pt/13pt "Serif latin"; margin: 0; }</style></head><body>%s</body></html>"""
            .formatted(body));
  }

  private static double smallest(byte[] pdf) throws Exception {
    TreeSet<Double> sizes = new TreeSet<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition position) {
          if (!position.getUnicode().isBlank()) {
            sizes.add((double) position.getYScale());
          }
        }
      }.getText(document);
    }
    return sizes.first();
  }

  /** Ministries agreed on the words, and a reader of one page has only that page. */
  @ParameterizedTest
  @CsvSource({"12,fr", "12,en", "12,sr-Cyrl", "12,sr-Latn", "13,fr", "13,sr-Latn"})
  void theNoteOnStatusStandsOnceOnEachPageThatNamesKosovo(int number, String tag) throws Exception {
    Edition edition = edition(SHIPPED, number, tag);
    noteStandsOnce(Typesetter.pdf(edition), edition);
  }

  /** It runs in the margin beside texts of all sizes, and takes nothing from them. */
  @ParameterizedTest
  @CsvSource({"12,fr", "12,sr-Cyrl"})
  void theFootHasOneSizeAndStaysOnThePaper(int number, String tag) throws Exception {
    TreeSet<Double> sizes = new TreeSet<>();
    double[] lowest = {0};
    try (PDDocument document = Loader.loadPDF(Typesetter.pdf(edition(SHIPPED, number, tag)))) {
      new PDFTextStripper() {
        @Override
        protected void processTextPosition(TextPosition position) {
          boolean number = position.getXDirAdj() > 180 * MM;
          if (position.getYDirAdj() > (297 - 24) * MM
              && !number
              && !position.getUnicode().isBlank()) {
            sizes.add(Math.round(position.getYScale() * 100) / 100.0);
            lowest[0] = Math.max(lowest[0], position.getYDirAdj() / MM);
          }
        }
      }.getText(document);
    }
    assertThat(sizes).containsExactly(7.5);
    assertThat(lowest[0]).as("mm from the top: printers leave 5 mm").isLessThan(291.5);
  }

  @Test
  void withoutKosovoThereIsNoNote() throws Exception {
    Edition edition = edition(SHIPPED, 12, "fr");
    Edition none =
        new Edition(
            edition.language(),
            edition.texts(),
            12,
            "",
            Masthead.NONE,
            "",
            "T",
            "",
            List.of("A foot"),
            edition.sections().stream().filter(s -> s.type().equals("issues")).toList());
    assertThat(none.status()).isEmpty();
    try (PDDocument document = Loader.loadPDF(Typesetter.pdf(none))) {
      assertThat(new PDFTextStripper().getText(document)).contains("A foot").doesNotContain("1244");
    }
  }

  private static void noteStandsOnce(byte[] pdf, Edition edition) throws Exception {
    String note = letters(edition.status());
    List<Integer> notes = new ArrayList<>();
    List<Integer> wanted = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper reader = new PDFTextStripper();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        reader.setStartPage(page);
        reader.setEndPage(page);
        String text = reader.getText(document);
        notes.add(letters(text).split(note, -1).length - 1);
        boolean named = Pattern.compile("(Kosov|Косов)\\p{L}*\\*").matcher(text).find();
        wanted.add(named || isDrawn(edition, text) ? 1 : 0);
        for (String line : edition.footer()) {
          assertThat(letters(text)).as("foot of page " + page).contains(letters(line));
        }
      }
    }
    assertThat(notes.stream().mapToInt(n -> n).sum()).isGreaterThan(0);
    assertThat(notes).as("the note on each page, where it is named: %s", wanted).isEqualTo(wanted);
  }

  /** The names of the map and the chart are drawn as shapes, which no reader of text finds. */
  private static boolean isDrawn(Edition edition, String page) {
    return edition.sections().stream()
        .filter(s -> s.body() instanceof Body.Days || s.body() instanceof Body.Network)
        .filter(s -> !s.asterisk().isEmpty())
        .anyMatch(s -> plain(page).contains(plain(s.heading())));
  }

  /** Without accents, which some fonts draw by themselves. */
  private static String plain(String text) {
    return text.replaceAll("[^a-zA-Z\\p{IsCyrillic}]", "");
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
