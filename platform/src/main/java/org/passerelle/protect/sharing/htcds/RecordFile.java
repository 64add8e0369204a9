package org.passerelle.protect.sharing.htcds;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import org.passerelle.refusal.Refused;

/** Reads a file of records of any supported format once, row by row. */
final class RecordFile {
  /** Maximum number of rows in a file. */
  static final int MOST_ROWS = 1_000_000;

  private static final int LOOK = 64 * 1024;

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
    BufferedInputStream in = new BufferedInputStream(file, LOOK);
    in.mark(LOOK);
    byte[] start = in.readNBytes(LOOK);
    in.reset();
    if (begins(start, 'P', 'K')) {
      SheetRows.read(in, fields, names, rows);
      return;
    }
    refuseWhatIsNoText(start);
    if (begins(start, 0xEF, 0xBB, 0xBF)) {
      in.skipNBytes(3);
    }
    String text =
        new String(start, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "").stripLeading();
    if (text.isEmpty()) {
      throw new Refused("htcds.refused.empty");
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      JsonRows.read(in, fields, rows);
    } else {
      CsvRows.read(in, CsvRows.separator(text), fields, names, rows);
    }
  }

  private static void refuseWhatIsNoText(byte[] start) {
    if (begins(start, 0xFE, 0xFF) || begins(start, 0xFF, 0xFE)) {
      throw new Refused("htcds.refused.utf16");
    }
    if (begins(start, 0xD0, 0xCF)) {
      throw new Refused("htcds.refused.spreadsheet");
    }
    for (byte one : start) {
      if (one == 0) {
        throw new Refused("htcds.refused.binary");
      }
    }
  }

  private static boolean begins(byte[] start, int... bytes) {
    if (start.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((start[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
