package org.passerelle.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a table row by row, beginning with its header, in the format of all exported tables
 * (decision 0081): no cell can be run as a formula. A {@link Number} is written as a number,
 * everything else as text.
 */
public interface TableFile extends AutoCloseable {
  /** Number of workbook rows held in memory before they are written. */
  int HELD = 200;

  /** Writes a row. */
  void row(List<?> cells) throws IOException;

  @Override
  void close() throws IOException;

  /**
   * CSV in UTF-8 with a byte order mark, without which spreadsheet programs do not recognise it.
   */
  static TableFile csv(OutputStream out) throws IOException {
    out.write(0xEF);
    out.write(0xBB);
    out.write(0xBF);
    CSVPrinter table =
        new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    return new TableFile() {
      @Override
      public void row(List<?> cells) throws IOException {
        List<String> texts = new ArrayList<>();
        cells.forEach(cell -> texts.add(FormulaCell.neutralised(String.valueOf(cell))));
        table.printRecord(texts);
      }

      @Override
      public void close() throws IOException {
        table.close();
      }
    };
  }

  /** A workbook (XLSX) that is written as a stream. */
  static TableFile xlsx(OutputStream out, String title) {
    Workbook book = new Workbook(out, "Passerelle", "1.0");
    Worksheet sheet = book.newWorksheet(title);
    sheet.freezePane(0, 1);
    return new TableFile() {
      private int row;

      @Override
      public void row(List<?> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
          Object cell = cells.get(column);
          if (cell instanceof Number number) {
            sheet.value(row, column, number);
          } else if (!String.valueOf(cell).isEmpty()) {
            sheet.value(row, column, String.valueOf(cell));
          }
          if (row == 0) {
            sheet.style(row, column).bold().set();
          }
        }
        row++;
        if (row % HELD == 0) {
          sheet.flush();
        }
      }

      @Override
      public void close() throws IOException {
        sheet.finish();
        book.finish();
        book.close();
      }
    };
  }
}
