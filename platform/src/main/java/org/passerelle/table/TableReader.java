package org.passerelle.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.passerelle.refusal.Refused;

/**
 * Reads a table once, row by row: a workbook (XLSX), or text whose cells are separated by commas,
 * semicolons or tabs, as spreadsheet programs save and copy it. Formats are told by content, never
 * by name.
 */
public final class TableReader {
  private static final int LOOK = 64 * 1024;

  private TableReader() {}

  /** A file that can be looked at before it is read. */
  public static BufferedInputStream open(InputStream file) {
    return new BufferedInputStream(file, LOOK);
  }

  /**
   * The beginning of a file as text, without a byte order mark, which is skipped; empty for a
   * workbook. Nothing else is read.
   *
   * @throws Refused with a remedy, if it is neither
   */
  public static String beginning(BufferedInputStream in) throws IOException {
    in.mark(LOOK);
    byte[] start = in.readNBytes(LOOK);
    in.reset();
    if (begins(start, 'P', 'K')) {
      return "";
    }
    refuseWhatIsNoText(start);
    if (begins(start, 0xEF, 0xBB, 0xBF)) {
      in.skipNBytes(3);
    }
    String text =
        new String(start, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "").stripLeading();
    if (text.isEmpty()) {
      throw new Refused("table.refused.empty");
    }
    return text;
  }

  /**
   * Reads all rows.
   *
   * @param beginning result of {@link #beginning}
   * @throws Refused with line and remedy, if the table as a whole is unusable
   */
  public static void read(BufferedInputStream in, String beginning, Rows rows) throws IOException {
    if (beginning.isEmpty()) {
      SheetRows.read(in, rows);
    } else {
      CsvRows.read(in, CsvRows.separator(beginning), rows);
    }
  }

  private static void refuseWhatIsNoText(byte[] start) {
    if (begins(start, 0xFE, 0xFF) || begins(start, 0xFF, 0xFE)) {
      throw new Refused("table.refused.utf16");
    }
    if (begins(start, 0xD0, 0xCF)) {
      throw new Refused("table.refused.spreadsheet");
    }
    for (byte one : start) {
      if (one == 0) {
        throw new Refused("table.refused.binary");
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
