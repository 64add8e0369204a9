package org.passerelle.steer.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.paper.LibreOffice;
import org.passerelle.paper.VeraPdf;
import org.passerelle.register.Entry;
import org.passerelle.register.Strategy;
import org.passerelle.steer.cycle.CycleDocument.Kind;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The report and the programme in a word processor: LibreOffice opens them, finds headings, the
 * language and the committee's table, and saves them again without losing any of it.
 */
@OnBothDatabases
@Tag("long")
class CycleInWordProcessorTest {
  private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
  private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
  private static final String FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
  private static final String DRAW = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";
  private static final AtomicInteger YEAR = new AtomicInteger(2091);
  @Parameter House house;

  private Browser writer(String language) {
    Strategy.in(house);
    Browser browser = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    browser.get("/language/" + language + "?to=/");
    return browser;
  }

  private String drafted(Kind kind, Browser browser) {
    Member manager = Member.of(house, Role.PROGRAMME_MANAGER);
    CycleDocument document =
        house.get(Cycle.class).draft(Staff.signedIn(manager.user()), kind, YEAR.incrementAndGet());
    String at = "/steer/cycle/" + document.id();
    assertThat(browser.get(at).status()).isEqualTo(200);
    return at;
  }

  @Test
  void aWordProcessorKeepsHeadingsTableAndLanguage() throws Exception {
    LibreOffice.isNeeded();
    for (String language : List.of("fr", "sr-Cyrl")) {
      for (Kind kind : Kind.values()) {
        Browser browser = writer(language);
        byte[] sent = browser.bytes(drafted(kind, browser) + ".docx");
        isWhole(LibreOffice.opened(sent, "docx"), language, kind);
        byte[] again = LibreOffice.converted(sent, "docx", "docx");
        isWhole(LibreOffice.opened(again, "docx"), language, kind);
        byte[] paper = LibreOffice.converted(sent, "docx", "pdf");
        try (PDDocument document = Loader.loadPDF(paper)) {
          assertThat(new PDFTextStripper().getText(document))
              .contains(language.equals("fr") ? "Décisions" : "Одлуке");
        }
      }
    }
  }

  private void isWhole(Document opened, String language, Kind kind) {
    String what = kind + " in " + language;
    List<String> headings = texts(opened, TEXT, "h");
    assertThat(headings).as(what).hasSizeGreaterThan(2);
    assertThat(headings.get(headings.size() - 1))
        .as("%s ends with the decisions", what)
        .containsIgnoringCase(language.equals("fr") ? "décisions" : "одлуке");
    NodeList found = opened.getElementsByTagNameNS(TEXT, "h");
    for (int i = 0; i < found.getLength(); i++) {
      assertThat(((Element) found.item(i)).getAttributeNS(TEXT, "outline-level")).isEqualTo("1");
    }
    assertThat(opened.getElementsByTagNameNS(TABLE, "table").getLength()).as(what).isEqualTo(1);
    assertThat(opened.getElementsByTagNameNS(TABLE, "table-header-rows").getLength())
        .as("%s: a head that is repeated and read out", what)
        .isEqualTo(1);
    String table = texts(opened, TABLE, "table").get(0);
    List<Entry> bodies = house.get(Seats.class).members();
    assertThat(bodies).isNotEmpty();
    for (Entry body : bodies) {
      assertThat(table).contains(body.name().byLanguage().get(language.substring(0, 2)));
    }
    NodeList properties = opened.getElementsByTagNameNS("*", "text-properties");
    List<String> languages = new ArrayList<>();
    for (int i = 0; i < properties.getLength(); i++) {
      languages.add(((Element) properties.item(i)).getAttributeNS(FO, "language"));
    }
    assertThat(languages).as(what).contains(language.substring(0, 2));
    // what has no picture needs no words for one: if one is added, it has to have them
    assertThat(opened.getElementsByTagNameNS(DRAW, "image").getLength()).as(what).isZero();
  }

  private static List<String> texts(Document document, String space, String element) {
    NodeList found = document.getElementsByTagNameNS(space, element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent().strip());
    }
    return texts;
  }

  @Test
  void theProgrammeIsAccessibleOnPaperInEachLanguage() throws Exception {
    for (String language : List.of("fr", "sr-Cyrl", "sr-Latn")) {
      Browser browser = writer(language);
      byte[] pdf = browser.bytes(drafted(Kind.PROGRAMME, browser) + ".pdf");
      VeraPdf.assertConforms(pdf, "programme in " + language);
    }
  }
}
