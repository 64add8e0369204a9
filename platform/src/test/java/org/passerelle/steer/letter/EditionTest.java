package org.passerelle.steer.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.language.Language;
import org.passerelle.language.SerbianScript;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.source.Sources;

/** What issue 12 must say, it says in each of its four editions, on the page and in the PDF. */
@Tag("slow")
class EditionTest {
  private static final Facts FACTS = Facts.shipped();
  private static final Entry LETTER = Composer.issue(FACTS, 12).orElseThrow();

  private static Edition edition(String tag) {
    return new Composer(FACTS, Sources.NONE).compose(LETTER, new Language(tag));
  }

  /** Letters and digits only, since lines break and hyphens come and go. */
  private static String bare(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static String page(String tag) {
    String html = Typesetter.article(edition(tag));
    return bare(html.replaceAll("(?s)<svg.*?</svg>", "").replaceAll("<[^>]+>", " "));
  }

  private static String pdf(String tag) throws Exception {
    try (PDDocument document = Loader.loadPDF(Typesetter.pdf(edition(tag)))) {
      return bare(new PDFTextStripper().getText(document));
    }
  }

  private static String in(String tag, Entry entry) {
    Language language = new Language(tag);
    return bare(entry.name().in(language));
  }

  /** A draft on paper looks like the letter of a ministry; somebody would hand it on. */
  @ParameterizedTest
  @ValueSource(strings = {"fr", "sr-Latn"})
  void aDraftSaysSoOnEveryPageAndAReleaseNowhere(String tag) throws Exception {
    String mark = tag.equals("fr") ? "Projet, non publié" : "Radna verzija, nije objavljena";
    try (PDDocument draft = Loader.loadPDF(Typesetter.draft(edition(tag)))) {
      assertThat(draft.getDocumentInformation().getTitle()).endsWith(mark);
      PDFTextStripper text = new PDFTextStripper();
      for (int page = 1; page <= draft.getNumberOfPages(); page++) {
        text.setStartPage(page);
        text.setEndPage(page);
        assertThat(text.getText(draft)).as("page " + page).contains(mark);
      }
    }
    assertThat(pdf(tag)).doesNotContain(bare(mark));
  }

  /** A star without its note would be worse than none: ministries agreed on the words. */
  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "sr-Cyrl", "sr-Latn"})
  void aMailThatNamesKosovoHasTheNoteOnStatus(String tag) {
    int named = 0;
    for (Entry letter : FACTS.all("letter")) {
      Edition edition = new Composer(FACTS, Sources.NONE).compose(letter, new Language(tag));
      String note = MailForm.status(edition);
      for (String mail : List.of(MailForm.html(edition), MailForm.plain(edition))) {
        boolean starred = mail.matches("(?s).*(Kosov|Косов)\\p{L}{1,2}\\*.*");
        assertThat(!note.isEmpty()).as(letter.id()).isEqualTo(starred);
        if (starred) {
          named++;
          assertThat(mail.replace("&#39;", "'")).contains(note.substring(0, 30));
        }
      }
    }
    assertThat(named).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "sr-Cyrl", "sr-Latn"})
  void everyFactOfTheLetterStandsOnThePageAndInThePdf(String tag) throws Exception {
    List<Entry> wanted = new ArrayList<>();
    // the events with a day that the letter names, from May 2018 to May 2019
    FACTS.all("event").stream()
        .filter(e -> e.text("start").matches("201[89]-\\d\\d-\\d\\d"))
        .forEach(wanted::add);
    wanted.addAll(FACTS.all("pillar"));
    wanted.addAll(FACTS.all("diagnosis"));
    FACTS.all("project").stream()
        .filter(p -> p.has("other-frame") || p.text("status").equals("running"))
        .forEach(wanted::add);
    FACTS.all("letter").stream().filter(l -> l.whole("number").orElse(0) < 12).forEach(wanted::add);
    FACTS
        .refs(FACTS.find("letter-block", "letter-12-figures").orElseThrow(), "figures")
        .forEach(wanted::add);
    wanted.addAll(FACTS.all("post-type"));
    assertThat(wanted).hasSizeGreaterThan(45);
    String page = page(tag);
    String pdf = pdf(tag);
    List<String> absent = new ArrayList<>();
    for (Entry entry : wanted) {
      String name = in(tag, entry);
      if (!page.contains(name)) {
        absent.add("page: " + entry.reference());
      }
      if (!pdf.contains(name)) {
        absent.add("pdf: " + entry.reference());
      }
    }
    assertThat(absent).isEmpty();
  }

  /** МИПРОФ and MIPROF in one text read as two bodies. */
  @Test
  void anAbbreviationIsWrittenOneWayInEachEdition() {
    assertThat(page("sr-Cyrl")).contains("МИПРОФ").doesNotContain("MIPROF");
    assertThat(page("fr")).contains("MIPROF").doesNotContain("МИПРОФ");
  }

  @Test
  void figuresStandInTheWayOfEachLanguage() {
    assertThat(page("en")).contains("32bn", "1382", "51", "29");
    assertThat(Typesetter.article(edition("en"))).contains("€32 bn", "1,382", "51%", "29%");
    assertThat(Typesetter.article(edition("fr")))
        .contains("32\u00a0Md€", "1\u202f382", "51\u202f%", "5-7 juin");
    assertThat(Typesetter.article(edition("sr-Cyrl")))
        .contains("32\u00a0млрд.\u00a0€", "1.382", "51%", "5–7. јун", "3–4. април");
    assertThat(Typesetter.article(edition("sr-Latn"))).contains("3–4. april", "8–10. maj");
  }

  @Test
  void noTextIsMissingAndNothingIsLeftInCyrillicWhereLatinIsAsked() {
    for (String tag : Composer.LANGUAGES) {
      assertThat(Typesetter.article(edition(tag))).as(tag).doesNotContain("⟦");
    }
    assertThat(Typesetter.article(edition("sr-Latn"))).doesNotContainPattern("\\p{IsCyrillic}");
    assertThat(page("sr-Latn")).contains(bare(SerbianScript.latin("Борба против трговине људима")));
  }

  @Test
  void theCalendarPartsAtTheIssuesDateAsTheLetterDoes() {
    CalendarSplit split = CalendarSplit.of(FACTS, LETTER);
    assertThat(split.inBrief())
        .extracting(Entry::id)
        .containsExactly("e-glotip", "e-script", "e-cest", "e-fr-ro", "e-pristina");
    assertThat(split.toCome().get(0).id()).isEqualTo("e-bucharest");
    assertThat(split.toCome())
        .extracting(e -> e.text("start"))
        .containsExactly(
            "2019-04-03", "2019-04-08", "2019-04-08", "2019-04-16", "2019-05-08", "2019-05-20");
  }

  @Test
  void theContentsNameThePageOnWhichASectionBegins() throws Exception {
    Edition edition = edition("en");
    try (PDDocument document = Loader.loadPDF(Typesetter.pdf(edition))) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setEndPage(1);
      stripper.setSortByPosition(false);
      String cover = stripper.getText(document);
      for (Section section : edition.contents()) {
        int begins = pageOf(document, section.heading());
        Matcher line = Pattern.compile(words(section.contents()) + "\\s+(\\d+)").matcher(cover);
        assertThat(line.find()).as(section.contents() + " in " + cover).isTrue();
        assertThat(line.group(1)).as(section.contents()).isEqualTo(Integer.toString(begins));
      }
    }
  }

  private static String words(String text) {
    return Pattern.compile("\\s+")
        .splitAsStream(text)
        .map(Pattern::quote)
        .collect(java.util.stream.Collectors.joining("\\s+"));
  }

  private static int pageOf(PDDocument document, String heading) throws Exception {
    PDFTextStripper stripper = new PDFTextStripper();
    for (int page = 2; page <= document.getNumberOfPages(); page++) {
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      if (bare(stripper.getText(document)).contains(bare(heading))) {
        return page;
      }
    }
    throw new AssertionError("No page has the heading " + heading);
  }

  @Test
  void kosovoCarriesItsNoteWhereverItIsNamed() {
    for (String tag : Composer.LANGUAGES) {
      for (Section section : edition(tag).sections()) {
        String html =
            Typesetter.article(
                    new Edition(
                        new Language(tag),
                        edition(tag).texts(),
                        12,
                        "",
                        Masthead.NONE,
                        "",
                        "",
                        "",
                        List.of(),
                        List.of(section)))
                .replaceAll("<[^>]+>", " ");
        String withoutNote = html.replace(section.asterisk(), "");
        Matcher named =
            Pattern.compile("(Kosovo|Косов(о|а|у|ом)|Kosov(o|a|u|om))\\b(?!\\*)")
                .matcher(withoutNote);
        assertThat(named.find()).as(tag + " " + section.id()).isFalse();
        if (Pattern.compile("(Kosov|Косов)\\p{L}+\\*").matcher(withoutNote).find()) {
          assertThat(section.asterisk()).as(tag + " " + section.id()).startsWith("* ");
        }
      }
    }
  }

  @Test
  void footnotesAreCalledAndAnswered() {
    String html = Typesetter.article(edition("fr"));
    assertThat(html)
        .contains("href=\"#letter-12-strategy-n1\"", "id=\"letter-12-strategy-n1\"")
        .doesNotContain("[1]");
  }

  @Test
  void aPersonIsToldByFunction() {
    for (String tag : Composer.LANGUAGES) {
      String html = Typesetter.article(edition(tag));
      for (Entry person : FACTS.all("person")) {
        if (!person.text("published-as").equals("name-and-function")) {
          assertThat(html).as(tag).doesNotContain(person.text("name"));
          assertThat(html).as(tag).doesNotContain(SerbianScript.latin(person.text("name")));
        }
      }
    }
  }

  @Test
  void theSameFactsGiveTheSamePage() {
    assertThat(Typesetter.page(edition("fr"))).isEqualTo(Typesetter.page(edition("fr")));
  }
}
