package org.passerelle.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.passerelle.language.Language;
import org.passerelle.refusal.Refused;

/** A table of entries is held to the rules of the form, and each fault has its row and column. */
class EntryTableTest {
  private static final Kind EVENT = Kinds.shipped().find("event").orElseThrow();
  private static final Language ENGLISH = new Language("en");
  private final List<Entry> entries = new ArrayList<>();

  private static EntryTable table(String text) {
    try {
      return EntryTable.read(
          EVENT, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<CheckedRow> check(EntryTable table, String... taken) {
    return new RowCheck(
            EVENT, table, new Facts(List.copyOf(entries)), Set.of(taken), List.of(), ENGLISH)
        .rows();
  }

  private List<CheckedRow> check(String text) {
    return check(table(text));
  }

  private static List<String> faults(List<CheckedRow> rows) {
    return rows.stream()
        .flatMap(
            row ->
                row.faults().stream()
                    .map(f -> row.line() + " " + f.column() + " " + f.heading() + " " + f.key()))
        .toList();
  }

  private void has(String kind, String id, Map<String, Object> content) {
    entries.add(new Entry(Kinds.shipped().find(kind).orElseThrow(), id, 1, content));
  }

  private void hasAlbania() {
    has(
        "country",
        "AL",
        Map.of(
            "names",
            List.of(Map.of("label", Map.of("en", "Albania", "fr", "Albanie", "sr", "Албанија")))));
  }

  @Test
  void headingsAndValuesAreWrittenAsPeopleCallThemInAnyLanguage() {
    hasAlbania();
    has("organisation", "nalas", Map.of("name", Map.of("en", "NALAS", "sr", "НАЛАС")));
    has("organisation", "embassy", Map.of("name", Map.of("en", "Embassy", "fr", "Ambassade")));
    for (String heading :
        List.of(
            "Title (en)\tTitle (fr)\tStart\tType\tCountry\tOrganisers\tSources, Document",
            "title.en\ttitle.fr\tstart\ttype\tcountry\torganisers\tsource.0.document",
            "Titre (en)\tTitre (fr)\tDébut\tType\tPays\tOrganisateurs\tSources, Document",
            "Назив (en)\tНазив (fr)\tПочетак\tВрста\tЗемља\tОрганизатори\tИзвори, Документ",
            "NAZIV (en)\tnaziv (FR)\t početak\tvrsta\tzemlja\torganizatori\tizvori, dokument")) {
      List<CheckedRow> rows =
          check(
              heading
                  + "\nOn the road\tSur la route\t8 April 2027\tseminar\tAL\tNALAS; ambassade\tminutes"
                  + "\nOn the sea\tEn mer\tavril 2027\tTable ronde\talbanie\tembassy\t"
                  + "\nOn the air\tEn l’air\t2027\tsemínar\tAlbanija\tналас\t");
      assertThat(faults(rows)).as(heading).hasSize(1).allMatch(f -> f.startsWith("4 4 "));
      assertThat(rows.get(0).content())
          .containsEntry("title", Map.of("en", "On the road", "fr", "Sur la route"))
          .containsEntry("start", "2027-04-08")
          .containsEntry("type", "seminar")
          .containsEntry("country", "AL")
          .containsEntry("organisers", List.of("nalas", "embassy"))
          .containsEntry("source", List.of(Map.of("document", "minutes")));
      assertThat(rows.get(0).id()).isEqualTo("on-the-road");
      assertThat(rows.get(1).content())
          .containsEntry("type", "round-table")
          .containsEntry("start", "2027-04")
          .containsEntry("country", "AL");
    }
  }

  @Test
  void eachFaultIsNamedByRowAndColumn() {
    hasAlbania();
    has("organisation", "one", Map.of("name", Map.of("en", "Ministry")));
    has("organisation", "two", Map.of("name", Map.of("en", "Ministry")));
    List<CheckedRow> rows =
        check(
            """
            title.en;start;End;type;country;organisers
            Good;2027-04-08;;seminar;AL;
            ;2027-04-08;;seminar;AL;
            No day;8 Foo 2027;;seminar;AL;
            Backwards;2027-04-08;2027-04-07;seminar;AL;
            No type;2027-04-08;;;AL;
            No country;2027-04-08;;seminar;Atlantis;
            Two of a name;2027-04-08;;seminar;AL;Ministry
            Wide;2027-04-08;;seminar;AL;;more
            Good;2027-04-08;;seminar;AL;
            Two;30 February 2027;;dance;AL;
            """);
    assertThat(faults(rows))
        .containsExactly(
            "3 1 title.en form.error.required",
            "4 2 start register.error.date",
            "5 3 End register.error.before",
            "6 4 type form.error.required",
            "7 5 country register.rows.fault.value",
            "8 6 organisers register.rows.fault.several",
            "9 0  register.rows.fault.columns",
            "10 0  register.rows.fault.twice",
            "11 2 start register.error.date",
            "11 4 type register.rows.fault.value");
    assertThat(rows).filteredOn(CheckedRow::good).hasSize(1);
  }

  @Test
  void aNeededColumnThatIsNotThereIsNamed() {
    assertThat(faults(check("title.en\nA seminar\n")))
        .containsExactly("2 0 Type form.error.required");
  }

  @Test
  void identifiersAreFreeAmongAllThatWereEverGivenAndAmongTheRows() {
    EntryTable same =
        table(
            """
            title.en;type;start;_id
            Seminar;seminar;2027;
            Seminar;seminar;2028;
            Seminar;seminar;2029;own-name
            Seminar;seminar;2030;own-name
            Seminar;seminar;2031;Not a name
            Seminar;seminar;2032;seminar
            """);
    List<CheckedRow> rows = check(same, "seminar");
    assertThat(rows)
        .extracting(CheckedRow::id)
        .containsExactly("seminar-2", "seminar-3", "own-name", "", "", "");
    assertThat(faults(rows))
        .containsExactly(
            "5 4 _id register.refused.taken",
            "6 4 _id register.error.id",
            "7 4 _id register.refused.taken");
  }

  @Test
  void whatIsInTheRegisterIsNotEnteredAgain() {
    has("event", "there", Map.of("title", Map.of("en", "Seminar"), "type", "seminar"));
    assertThat(faults(check("title.en;type\nSeminar;seminar\nSeminar;workshop\n")))
        .containsExactly("2 0  register.rows.fault.there");
  }

  @Test
  void aCellWithLinesAndQuotationMarksIsPastedAsASpreadsheetCopiesIt() {
    List<CheckedRow> rows =
        check("title.en\ttype\tprinted\r\n\"The \"\"road\"\"\"\tseminar\t\"Road\nThe road\"\r\n");
    assertThat(faults(rows)).isEmpty();
    assertThat(rows.get(0).content())
        .containsEntry("title", Map.of("en", "The \"road\""))
        .containsEntry("printed", List.of("Road", "The road"));
  }

  @Test
  void aWorkbookHoldsTheSameAndItsDatesAreDates() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Somebody", "1.0")) {
      Worksheet sheet = book.newWorksheet("Events");
      sheet.value(0, 0, "Title (en)");
      sheet.value(0, 1, "Start");
      sheet.value(0, 2, "Type");
      sheet.value(1, 0, "'=1+1");
      sheet.value(1, 1, LocalDate.of(2027, 4, 8));
      sheet.style(1, 1).format("dd.mm.yyyy").set();
      sheet.value(1, 2, "seminar");
      // an empty row, and one with a fault
      sheet.value(3, 0, "=SUM(A1)");
      sheet.value(3, 2, "dance");
      sheet.finish();
    }
    List<CheckedRow> rows =
        check(EntryTable.read(EVENT, new ByteArrayInputStream(out.toByteArray())));
    assertThat(rows.get(0).content())
        .containsEntry("start", "2027-04-08")
        .containsEntry("title", Map.of("en", "=1+1"));
    assertThat(faults(rows)).containsExactly("4 3 Type register.rows.fault.value");
  }

  @Test
  void aFieldWithSeveralRowsHasColumnsForEach() {
    List<CheckedRow> rows =
        check(
            """
            title.en;type;source.0.document;Sources 2, Document;Извори 2, Редови или стране
            Seminar;seminar;minutes;letter 12;4–7
            Workshop;workshop;;letter 13;
            """);
    assertThat(faults(rows)).isEmpty();
    assertThat(rows.get(0).content())
        .containsEntry(
            "source",
            List.of(
                Map.of("document", "minutes"), Map.of("document", "letter 12", "lines", "4–7")));
    assertThat(rows.get(1).content())
        .containsEntry("source", List.of(Map.of("document", "letter 13")));
  }

  @Test
  void whatIsNoTableOfThisKindIsRefusedAsAWhole() {
    assertRefused("Seminar in Tirana\tseminar\n", "register.rows.refused.column");
    assertRefused("title.en;;type\nA;b;seminar\n", "register.rows.refused.column");
    assertRefused("title.en;Title (en)\nA;B\n", "register.rows.refused.twice");
    assertRefused("title.en;type\n;;\n\n", "register.rows.refused.none");
    assertRefused("title.en;type\n\"A;seminar\n", "table.refused.quotes");
    assertRefused("title.en;type\nA\u0000;seminar\n", "table.refused.binary");
    assertRefused("   ", "table.refused.empty");
    assertRefused("PK no workbook", "table.refused.spreadsheet");
    assertRefused(
        "title.en\n" + "A\n".repeat(EntryTable.MOST_ROWS + 1), "register.rows.refused.many");
    assertThat(table("title.en\n" + "A\n".repeat(EntryTable.MOST_ROWS)).lines())
        .hasSize(EntryTable.MOST_ROWS);
  }

  private static void assertRefused(String text, String key) {
    assertThatThrownBy(() -> table(text))
        .as(text.substring(0, Math.min(20, text.length())))
        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
  }

  @Test
  void whatCannotBeReadIsAFaultOfItsCell() {
    EntryTable table =
        new EntryTable(
            List.of("Title", "Type"),
            List.of("title.en", "type"),
            List.of(new EntryTable.Line(2, List.of("Seminar in Ti\uFFFDrana", "seminar"))));
    assertThat(faults(check(table))).containsExactly("2 1 Title register.rows.fault.encoding");
  }

  /** What is stored until somebody enters it is what was sent. */
  @Test
  void aTableIsStoredAsItWasSent() {
    EntryTable sent = table("title.en;type\nA;seminar\n\n\nB;\n");
    assertThat(EntryTable.of(Values.of(StoredFacts.content(StoredFacts.json(sent.document())))))
        .isEqualTo(sent);
    assertThat(sent.lines()).extracting(EntryTable.Line::number).containsExactly(2, 5);
  }
}
