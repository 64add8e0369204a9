package org.passerelle.protect.sharing.htcds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.passerelle.refusal.Refused;
import org.passerelle.table.SheetRows;

/** Workbooks contain the same records as text tables, whatever program wrote them. */
class WorkbookTest {
  private static final Set<String> FIELDS =
      Set.of("prs_FirstName", "prs_Birthdate", "prs_NumberOfChildren", "prs_MobilePhone");

  @Test
  void whatIsWrittenIsReadAgainAsText() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> fields = List.of("prs_FirstName", "prs_MobilePhone", "prs_NumberOfChildren");
    try (RecordWriter writer = RecordWriter.xlsx(out, fields)) {
      for (int i = 0; i < 450; i++) {
        writer.write(
            "R" + i,
            Map.of(
                "prs_FirstName",
                List.of("=1+" + i),
                "prs_MobilePhone",
                List.of("+381 060", "0044"),
                "prs_NumberOfChildren",
                List.of("007")));
      }
    }
    List<RawRow> rows = read(out.toByteArray());
    assertThat(rows).hasSize(450);
    assertThat(rows.get(449).number()).isEqualTo("R449");
    assertThat(rows.get(449).cells())
        .containsEntry("prs_FirstName", List.of("=1+449"))
        .containsEntry("prs_MobilePhone", List.of("+381 060;0044"))
        .containsEntry("prs_NumberOfChildren", List.of("007"));
    assertThat(part(out.toByteArray(), "xl/worksheets/sheet1.xml"))
        .as("nothing that a program would run")
        .doesNotContain("<f>");
  }

  @Test
  void aCellCountsAsWhatItShows() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Somebody", "1.0")) {
      Worksheet sheet = book.newWorksheet("Cases");
      sheet.value(0, 0, "record_id");
      sheet.value(0, 1, "prs_Birthdate");
      sheet.value(0, 2, "prs_NumberOfChildren");
      sheet.value(0, 3, "prs_FirstName");
      sheet.value(1, 0, 17);
      sheet.value(1, 1, LocalDate.of(2009, 5, 3));
      sheet.style(1, 1).format("dd.mm.yyyy").set();
      sheet.value(1, 2, 2);
      sheet.value(1, 3, "Љубица");
      // a row without its last cells, an empty one, and one with a number of a thousand digits
      sheet.value(2, 0, "18");
      sheet.value(4, 0, "19");
      sheet.value(4, 2, 1000);
      sheet.style(4, 2).format("#,##0").set();
      sheet.finish();
    }
    List<RawRow> rows = read(out.toByteArray());
    assertThat(rows).extracting(RawRow::number).containsExactly("17", "18", "19");
    assertThat(rows).extracting(RawRow::line).containsExactly(2, 3, 5);
    assertThat(rows.get(0).cells())
        .containsEntry("prs_Birthdate", List.of("2009-05-03"))
        .containsEntry("prs_NumberOfChildren", List.of("2"))
        .containsEntry("prs_FirstName", List.of("Љубица"));
    assertThat(rows.get(1).cells()).isEmpty();
    assertThat(rows.get(2).cells()).containsEntry("prs_NumberOfChildren", List.of("1000"));
  }

  /** Written by hand after ISO/IEC 29500, as by other programs: shared strings, formulas, gaps. */
  @Test
  void anotherProgramsWorkbookIsRead() throws IOException {
    List<RawRow> rows = read(byHand(true));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).number()).isEqualTo("A1");
    assertThat(rows.get(0).cells())
        .containsEntry("prs_FirstName", List.of("Amina & Co"))
        .containsEntry("prs_NumberOfChildren", List.of("3"))
        .containsEntry("prs_Birthdate", List.of("2009-05-03"));
    assertThat(rows.get(1).cells())
        .as("a number that nobody can write out")
        .containsEntry("prs_NumberOfChildren", List.of("1E+999999999"));
    assertThat(read(byHand(false)).get(0).cells())
        .as("formats may be left out")
        .containsEntry("prs_Birthdate", List.of("39936"));
  }

  @Test
  void aFileThatIsNotAWorkbookIsRefused() throws IOException {
    Map<String, String> archive = Map.of("notes.txt", "hello");
    for (byte[] file :
        new byte[][] {
          zipped(archive),
          "PK\u0003\u0004 and then nothing".getBytes(StandardCharsets.ISO_8859_1),
          Arrays.copyOf(byHand(true), byHand(true).length / 2)
        }) {
      assertThatThrownBy(() -> read(file))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("table.refused.spreadsheet");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordWriter.xlsx(out, List.of("prs_FirstName")).close();
    assertThatThrownBy(() -> read(out.toByteArray())).hasMessageContaining("no-rows");
  }

  /** A few hundred kilobytes that expand beyond the available memory. */
  @Test
  void aWorkbookThatUnpacksWithoutEndIsRefusedBeforeItIsRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 600; i++) {
        zip.write(zeros);
      }
    }
    assertThat(out.size()).isLessThan(SheetRows.LARGEST);
    assertThatThrownBy(() -> read(out.toByteArray()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("large-workbook");
  }

  private static List<RawRow> read(byte[] file) throws IOException {
    List<RawRow> rows = new ArrayList<>();
    RecordFile.read(new ByteArrayInputStream(file), FIELDS, ColumnNames.STANDARD, rows::add);
    return rows;
  }

  private static byte[] byHand(boolean styled) throws IOException {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String packages = "http://schemas.openxmlformats.org/package/2006/";
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + packages
            + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + override("/xl/workbook.xml", "sheet.main")
            + override("/xl/worksheets/sheet1.xml", "worksheet")
            + override("/xl/sharedStrings.xml", "sharedStrings")
            + (styled ? override("/xl/styles.xml", "styles") : "")
            + "</Types>");
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns=\""
            + packages
            + "relationships\"><Relationship Id=\"r1\" Type=\""
            + relations
            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\""
            + packages
            + "relationships\"><Relationship Id=\"rId1\" Type=\""
            + relations
            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\""
            + relations
            + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + main
            + "\" xmlns:r=\""
            + relations
            + "\"><sheets><sheet name=\"Cases\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    parts.put(
        "xl/sharedStrings.xml",
        "<sst xmlns=\""
            + main
            + "\"><si><t>record_id</t></si><si><t>prs_FirstName</t></si><si><t>prs_NumberOfChildren</t></si><si><r><t>Amina </t></r><r><t>&amp; Co</t></r></si></sst>");
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\""
            + main
            + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>prs_Birthdate</t></is></c></row><row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>A1</t></is></c><c r=\"B3\" t=\"s\"><v>3</v></c><c r=\"C3\"><f>1+2</f><v>3</v></c><c r=\"D3\" s=\"1\"><f>39935+1</f><v>39936</v></c></row><row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>A2</t></is></c><c r=\"C4\"><v>1E+999999999</v></c></row></sheetData></worksheet>");
    if (styled) {
      parts.put(
          "xl/styles.xml",
          "<styleSheet xmlns=\""
              + main
              + "\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
    }
    return zipped(parts);
  }

  private static String override(String part, String kind) {
    return "<Override PartName=\"%s\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>"
        .formatted(part, kind);
  }

  private static byte[] zipped(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static String part(byte[] workbook, String name) throws IOException {
    try (ZipFile archive =
            ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get();
        InputStream part = archive.getInputStream(archive.getEntry(name))) {
      return new String(part.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
