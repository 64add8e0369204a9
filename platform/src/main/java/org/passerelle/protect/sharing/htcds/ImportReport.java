package org.passerelle.protect.sharing.htcds;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.passerelle.language.Texts;

/**
 * Rows that cannot be imported, as a table of line, column, field and reason. Contents of the file
 * are not repeated.
 */
final class ImportReport implements AutoCloseable {
  private final CSVPrinter table;
  private final Texts texts;

  ImportReport(OutputStream out, Texts texts) throws IOException {
    this.texts = texts;
    this.table =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    // byte order mark, without which spreadsheet programs do not recognise UTF-8
    out.write(0xEF);
    out.write(0xBB);
    out.write(0xBF);
    table.printRecord(
        texts.text("htcds.report.line"),
        texts.text("htcds.report.column"),
        texts.text("htcds.report.field"),
        texts.text("htcds.report.reason"));
  }

  void add(List<Fault> faults) {
    try {
      for (Fault fault : faults) {
        table.printRecord(
            fault.line(),
            fault.column() == 0 ? "" : fault.column(),
            fault.field(),
            fault.reason(texts));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
