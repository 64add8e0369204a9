package org.passerelle.steer.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.paper.VeraPdf;
import org.passerelle.register.Entry;
import org.passerelle.register.Strategy;
import org.passerelle.steer.cycle.CycleDocument.Kind;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

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

  @Test
  void whoMayNotReadItGetsNoPaper() {
    Browser stranger = Member.of(house, Role.TRAINER).browser();
    assertThat(stranger.get("/steer/cycle/" + document.id() + ".pdf").status()).isEqualTo(404);
  }

  @Test
  @Tag("slow")
  @Tag("long")
  void itIsAccessible() throws Exception {
    VeraPdf.assertConforms(pdf(), "report");
  }
}
