package org.passerelle.house.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.passerelle.access.Role;
import org.passerelle.accounts.Browser;
import org.passerelle.accounts.Member;
import org.passerelle.register.Entered;
import org.passerelle.storage.House;
import org.passerelle.storage.OnBothDatabases;

/** A list of the register as a workbook. */
@OnBothDatabases
class SheetPagesTest {
  @Parameter House house;
  private Entered entered;

  @BeforeEach
  void enter() {
    entered = new Entered(house);
    entered.add(
        "organisation",
        entered.id("host"),
        "name",
        Map.of("en", entered.id("Host"), "fr", entered.id("Hôte"), "sr", entered.id("Домаћин")));
    entered.add(
        "event",
        entered.id("seminar"),
        "title",
        Map.of("en", entered.id("Seminar"), "sr", "Семинар", "stale", List.of("sr")),
        "start",
        "2027-04",
        "type",
        "round-table",
        "country",
        "AL",
        "organisers",
        List.of(entered.id("host")),
        "source",
        List.of(Map.of("document", "=1+1", "says", "two lines"), Map.of("document", "letter 12")));
    entered.add(
        "event",
        entered.id("other"),
        "title",
        Map.of("en", entered.id("Other")),
        "type",
        "other",
        "start",
        "2005~");
  }

  @AfterEach
  void takeBack() {
    entered.takeBack();
  }

  private static List<List<String>> rows(byte[] workbook) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
      return book.getFirstSheet().read().stream().map(SheetPagesTest::cells).toList();
    }
  }

  private static List<String> cells(Row row) {
    return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
  }

  @Test
  void aListIsSavedAsItIsFilteredWithAllItsFieldsAndCanBeSentBack() throws IOException {
    Browser browser = Member.of(house, Role.PROGRAMME_MANAGER).browser();
    String tag = entered.id("seminar").substring("seminar-".length());
    assertThat(browser.get("/steer/register/event?q=" + tag).body())
        .contains("/steer/register/event/all.xlsx?q=" + tag);
    byte[] workbook = browser.bytes("/steer/register/event/all.xlsx?q=" + tag);
    List<List<String>> rows = rows(workbook);
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0))
        .startsWith("_id", "Title (en)", "Title (fr)", "Title (sr)", "Start")
        .contains("Sources, Document", "Sources 2, Document")
        .doesNotContain("Sources 3, Document");
    assertThat(rows.get(2))
        .contains(
            entered.id("seminar"),
            "Семинар",
            "2027-04",
            "round table",
            "AL",
            entered.id("Host"),
            "=1+1",
            "two lines",
            "letter 12");
    assertThat(rows(browser.bytes("/steer/register/event/all.xlsx?behind=yes&q=" + tag)))
        .hasSize(2);

    String at = "/steer/register/event/new/rows";
    browser.get(at);
    String checked = browser.postFile(at, "file", "event.xlsx", workbook).location();
    assertThat(browser.get(checked).body())
        .contains("0 of 2 rows can be entered")
        .containsPattern("(?s)is in the register already.*is in the register already")
        .doesNotContain("none of the values");
    browser.get("/language/sr-Latn?to=/");
    assertThat(rows(browser.bytes("/steer/register/event/all.xlsx?q=" + tag)).get(0))
        .contains("Naziv (en)", "Izvori 2, Dokument");
  }

  @Test
  void onlyWhoeverMayChangeAKindSavesItsList() {
    Browser trainer = Member.of(house, Role.TRAINER).browser();
    assertThat(trainer.get("/steer/register/event/all.xlsx").status()).isEqualTo(404);
    assertThat(trainer.get("/partner/register/training/all.xlsx").status()).isEqualTo(200);
    assertThat(trainer.get("/steer/register/event").body()).doesNotContain("all.xlsx");
    Browser analyst = Member.of(house, Role.ANALYST).browser();
    assertThat(analyst.get("/steer/register/event").status()).isEqualTo(200);
    assertThat(analyst.get("/steer/register/event/all.xlsx").status()).isNotEqualTo(200);
  }
}
