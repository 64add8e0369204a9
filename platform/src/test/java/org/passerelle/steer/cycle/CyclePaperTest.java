package org.passerelle.steer.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.paper.VeraPdf;
import org.passerelle.register.Entry;
import org.passerelle.register.Strategy;
import org.passerelle.steer.cycle.CycleDocument.Kind;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A report can be laid before a minister: on paper, with who decided what. */
@OnBothDatabases
class CyclePaperTest {
  private static final AtomicInteger YEAR = new AtomicInteger(2061);
  @Parameter House house;
  private Member writer;
  private CycleDocument document;

  @BeforeEach
  void aReport() {
    Strategy.in(house);
    writer = Member.of(house, Role.PROGRAMME_MANAGER);
    document =
        house
            .get(Cycle.class)
            .draft(Staff.signedIn(writer.user()), Kind.REPORT, YEAR.incrementAndGet());
  }

  private byte[] pdf() {
    return writer.browser().bytes("/steer/cycle/" + document.id() + ".pdf");
  }

  @Test
  void theReportItsSectionsAndEveryBodyStandOnIt() throws Exception {
    List<Entry> bodies = house.get(Seats.class).members();
    try (PDDocument paper = Loader.loadPDF(pdf())) {
      PDFTextStripper reader = new PDFTextStripper();
      String text = reader.getText(paper).replaceAll("\\s+", " ");
      assertThat(text).contains("Report for " + document.year(), "The year in brief");
      for (Entry body : bodies) {
        assertThat(text).contains(body.name().byLanguage().get("en"));
      }
      assertThat(paper.getDocumentInformation().getTitle()).contains("Report for");
      for (int page = 1; page <= paper.getNumberOfPages(); page++) {
        reader.setStartPage(page);
        reader.setEndPage(page);
        assertThat(reader.getText(paper)).as("page " + page).contains("Not approved");
      }
    }
    assertThat(bodies).hasSize(5);
  }

  /** “Today” is wrong on the next day, and paper is read for years. */
  @Test
  void decisionsStandWithTheirDayAndYear() throws Exception {
    SignedIn manager = Staff.signedIn(writer.user());
    Member member = Member.of(house, Role.STEERING_MEMBER);
    Seats seats = house.get(Seats.class);
    seats.seat(manager, member.user().id(), seats.members().get(0).id());
    Cycle cycle = house.get(Cycle.class);
    LocalDate today = LocalDate.ofInstant(house.get(Clock.class).instant(), ZoneOffset.UTC);
    cycle.submit(manager, document, document.revision(), today.plusDays(5));
    cycle.decide(Staff.signedIn(member.user()), cycle.need(document.id()), true, "");
    try (PDDocument paper = Loader.loadPDF(pdf())) {
      String text = new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
      assertThat(text).doesNotContain("today").containsPattern("approved \\d{1,2} \\w+ 20\\d\\d");
      assertThat(text).contains("before the committee · Version 1 · session on");
    }
  }

  /** As read by a parser that knows nothing of how it was written. */
  @Test
  void theSameIsAFileForAWordProcessor() throws Exception {
    byte[] file = writer.browser().bytes("/steer/cycle/" + document.id() + ".docx");
    assertThat(file).isEqualTo(writer.browser().bytes("/steer/cycle/" + document.id() + ".docx"));
    Map<String, Document> parts = new LinkedHashMap<>();
    DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
    xml.setNamespaceAware(true);
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] part = zip.readAllBytes();
        parts.put(entry.getName(), xml.newDocumentBuilder().parse(new ByteArrayInputStream(part)));
      }
    }
    assertThat(parts)
        .containsOnlyKeys(
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/document.xml");
    Document body = Objects.requireNonNull(parts.get("word/document.xml"));
    Document styles = Objects.requireNonNull(parts.get("word/styles.xml"));
    String text = body.getDocumentElement().getTextContent();
    assertThat(text).contains("Report for " + document.year(), "The year in brief");
    for (Entry seat : house.get(Seats.class).members()) {
      assertThat(text).contains(seat.name().byLanguage().get("en"));
    }
    Set<String> used = values(body, "pStyle", "val");
    assertThat(used).contains("Title", "Heading1", "TableHead");
    assertThat(values(styles, "style", "styleId")).containsAll(used);
  }

  private static Set<String> values(Document part, String element, String attribute) {
    String space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    NodeList found = part.getElementsByTagNameNS(space, element);
    Set<String> values = new TreeSet<>();
    for (int i = 0; i < found.getLength(); i++) {
      values.add(((Element) found.item(i)).getAttributeNS(space, attribute));
    }
    return values;
  }

  @Test
  void whoMayNotReadItGetsNoPaper() {
    Browser stranger = Member.of(house, Role.TRAINER).browser();
    assertThat(stranger.get("/steer/cycle/" + document.id() + ".docx").status()).isEqualTo(404);
    assertThat(stranger.get("/steer/cycle/" + document.id() + ".pdf").status()).isEqualTo(404);
  }

  @Test
  @Tag("slow")
  @Tag("long")
  void itIsAccessible() throws Exception {
    VeraPdf.assertConforms(pdf(), "report");
  }
}
