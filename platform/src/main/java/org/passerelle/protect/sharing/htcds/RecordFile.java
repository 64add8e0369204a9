package org.passerelle.protect.sharing.htcds;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;
import org.passerelle.refusal.Refused;
import org.passerelle.table.TableReader;

/** Reads a file of records of any supported format once, row by row. */
final class RecordFile {
  /** Maximum number of rows in a file. */
  static final int MOST_ROWS = 1_000_000;

  private RecordFile() {}

  /**
   * Reads a file.
   *
   * @param fields fields of the standard
   * @param names mapping of the columns
   * @param rows receives each row
   * @throws Refused with line and remedy, if the file as a whole is unusable
   */
  static void read(InputStream file, Set<String> fields, ColumnNames names, Consumer<RawRow> rows)
      throws IOException {
    BufferedInputStream in = TableReader.open(file);
    String text = TableReader.beginning(in);
    if (text.startsWith("{") || text.startsWith("[")) {
      JsonRows.read(in, fields, rows);
      return;
    }
    TableRows table = new TableRows(fields, names, rows);
    TableReader.read(in, text, table);
    table.end();
  }
}
