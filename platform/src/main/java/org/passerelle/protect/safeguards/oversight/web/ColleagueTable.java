package org.passerelle.protect.safeguards.oversight.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.passerelle.language.Texts;
import org.passerelle.protect.safeguards.oversight.AccessReport;
import org.passerelle.table.FormulaCell;

/** The table of colleagues as a spreadsheet. */
final class ColleagueTable {
  private ColleagueTable() {}

  static byte[] csv(AccessReport.Whole whole, Texts texts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // byte order mark, without which spreadsheet programs do not recognise UTF-8
    out.writeBytes(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    try (CSVPrinter table =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
      List<Object> header = new ArrayList<>(List.of(texts.text("oversight.colleague")));
      ReportPage.KINDS.forEach(kind -> header.add(texts.text("oversight.kind." + kind)));
      header.add(texts.text("oversight.outside"));
      table.printRecord(header);
      for (AccessReport.Colleague one : whole.colleagues()) {
        List<Object> cells =
            new ArrayList<>(
                List.of(
                    FormulaCell.neutralised(
                        one.name().isEmpty() ? texts.text("form.not-known") : one.name())));
        ReportPage.KINDS.forEach(kind -> cells.add(one.count(kind)));
        cells.add(one.outside());
        table.printRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
