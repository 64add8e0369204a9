package org.passerelle.prosecute.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.accounts.Staff;
import org.passerelle.paper.VeraPdf;
import org.passerelle.prosecute.Scenes;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;
import org.passerelle.understand.dossier.edition.PdfWords;

/** Figures to take away, read back as whoever receives them reads them. */
@OnBothDatabases
@Tag("slow")
class FiguresFileTest {
  private static final String HERE = "/prosecute/figures";

  @Parameter House house;

  /** An office whose figures have been shown for two months. */
  private Member office() {
    Member member = Member.of(house, Role.PROSECUTOR);
    OfficeScene office = new OfficeScene(house, Staff.signedIn(member.user()));
    office.begin();
    office.monthsAgo();
    return member;
  }

  private static List<Row> rows(Browser browser) throws IOException {
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(browser.bytes(HERE + "/figures.xlsx")))) {
      return book.getFirstSheet().read();
    }
  }

  private static String text(Row row, int column) {
    return row.getCellCount() > column ? row.getCellText(column) : "";
  }

  @Test
  void theWorkbookHoldsWhatThePageShowsAndNothingElse() throws IOException {
    Browser browser = office().browser();
    List<Row> all = rows(browser);
    assertThat(all.get(0).getCellText(0)).isEqualTo("Counted");
    List<Row> numbers =
        all.subList(1, all.size()).stream().filter(row -> row.getCellCount() > 3).toList();
    List<String> csv = browser.get(HERE + "/figures.csv").body().lines().skip(1).toList();
    assertThat(numbers).hasSameSizeAs(csv);
    for (int i = 0; i < csv.size(); i++) {
      String persons = csv.get(i).split(",", -1)[4];
      assertThat(text(numbers.get(i), 4)).as(csv.get(i)).isEqualTo(persons);
      assertThat(numbers.get(i).getCell(4).getType())
          .as(csv.get(i))
          .isEqualTo(persons.equals("withheld") ? CellType.STRING : CellType.NUMBER);
      assertThat(text(numbers.get(i), 5)).as(csv.get(i)).isEqualTo(csv.get(i).split(",", -1)[5]);
    }
    assertThat(csv).anyMatch(line -> line.contains("withheld"));
    assertThat(all.stream().map(row -> text(row, 0)))
        .anyMatch(line -> line.contains("from the first record until"))
        .anyMatch(line -> line.startsWith("Counts from 1 to less than 5 are withheld"))
        .anyMatch(line -> line.startsWith("Times are medians"))
        .anyMatch(line -> line.startsWith("Source: suspects"))
        .anyMatch(line -> line.startsWith("Prosecuted is whoever"));
  }

  @Test
  void thePaperSaysTheSame() throws IOException {
    Member member = office();
    byte[] pdf = member.browser().bytes(HERE + "/figures.pdf");
    String text = PdfWords.text(pdf).replaceAll("\\s+", " ");
    assertThat(text)
        .contains("From suspicion to judgment", "from the first record until", "withheld")
        .contains("Counts from 1 to less than 5", "Source: suspects", "By citizenship", "France");
    assertThat(PdfWords.strings(pdf) + text).doesNotContain("Anton Grey", "V-1", "S-1");
  }

  @Test
  @Tag("long")
  void thePaperIsAccessible() throws Exception {
    VeraPdf.assertConforms(office().browser().bytes(HERE + "/figures.pdf"), "figures");
  }

  /** Nothing recorded is said, not left out; and nobody else takes anything away. */
  @Test
  void nobodyIsSaidAndOthersGetNothing() throws IOException {
    Browser browser = Member.of(house, Role.PROSECUTOR).browser();
    assertThat(rows(browser).stream().map(row -> text(row, 0)))
        .contains("Nobody is recorded. That is not the same as none.");
    assertThat(PdfWords.text(browser.bytes(HERE + "/figures.pdf"))).contains("Nobody is recorded.");
    for (Role role : Scenes.others()) {
      if (role != Role.PROGRAMME_MANAGER) {
        Browser other = Member.of(house, role).browser();
        assertThat(other.get(HERE + "/figures.xlsx").status()).as(role.name()).isEqualTo(404);
        assertThat(other.get(HERE + "/figures.pdf").status()).as(role.name()).isEqualTo(404);
      }
    }
  }
}
