package org.passerelle.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.passerelle.refusal.Refused;

/**
 * Reads the first sheet of a workbook (XLSX, ISO/IEC 29500). Cells are read as displayed: dates as
 * dates, formulas by their results. The whole workbook is held in memory, so it must be smaller
 * than a text file, and its uncompressed size is checked first.
 */
public final class SheetRows {
  /** Maximum size of a workbook, in bytes. */
  public static final int LARGEST = 32 << 20;

  /** Maximum uncompressed size, in bytes. */
  private static final long UNPACKED = 512L << 20;

  private static final int MOST_COLUMNS = 2_000;

  /** Maximum number of digits of a number that is written out. */
  private static final int LONGEST_NUMBER = 40;

  /** A number format for dates or times, ignoring quoted text and colours. */
  private static final Pattern DAY = Pattern.compile("(?i).*[ymdhs].*");

  private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

  private SheetRows() {}

  static void read(InputStream file, Rows table) throws IOException {
    byte[] workbook = file.readNBytes(LARGEST + 1);
    if (workbook.length > LARGEST) {
      throw new Refused("table.refused.large-workbook", LARGEST >> 20);
    }
    boolean styled = unpacks(workbook);
    try (ReadableWorkbook book =
            new ReadableWorkbook(
                new ByteArrayInputStream(workbook), new ReadingOptions(styled, false));
        Stream<Row> sheet = book.getFirstSheet().openStream()) {
      sheet.forEach(row -> take(row, table));
    } catch (ExcelReaderException | UncheckedIOException | IOException broken) {
      throw new Refused("table.refused.spreadsheet");
    }
  }

  /**
   * Checks the uncompressed size, since a small file may expand to fill the memory. Uses the
   * central directory that is also used for reading, because sizes next to the entries may be
   * missing.
   *
   * @return whether cells have formats, whose part is optional
   */
  private static boolean unpacks(byte[] workbook) {
    byte[] buffer = new byte[64 * 1024];
    long size = 0;
    try (ZipFile archive =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get()) {
      if (archive.getEntry("xl/workbook.xml") == null) {
        throw new Refused("table.refused.spreadsheet");
      }
      for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
        try (InputStream part = archive.getInputStream(entry)) {
          for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
            size += read;
            if (size > UNPACKED) {
              throw new Refused("table.refused.large-workbook", LARGEST >> 20);
            }
          }
        }
      }
      return archive.getEntry("xl/styles.xml") != null;
    } catch (IllegalArgumentException | IOException broken) {
      throw new Refused("table.refused.spreadsheet");
    }
  }

  private static void take(Row row, Rows table) {
    List<String> cells = new ArrayList<>();
    int width = Math.min(row.getCellCount(), MOST_COLUMNS);
    for (int i = 0; i < width; i++) {
      cells.add(row.getOptionalCell(i).map(SheetRows::text).orElse(""));
    }
    // programs write empty cells at the end of a row, or leave them out
    while (!cells.isEmpty() && cells.get(cells.size() - 1).isBlank()) {
      cells.remove(cells.size() - 1);
    }
    if (cells.isEmpty()) {
      return;
    }
    while (cells.size() < table.width()) {
      cells.add("");
    }
    table.take(cells, row.getRowNum());
  }

  private static String text(Cell cell) {
    CellType type = cell.getType();
    if (type == CellType.NUMBER
        || (type == CellType.FORMULA && cell.getValue() instanceof BigDecimal)) {
      return number(cell);
    }
    return cell.getText();
  }

  private static String number(Cell cell) {
    String format = cell.getDataFormatString();
    if (format != null && DAY.matcher(NOT_SHOWN.matcher(format).replaceAll("")).matches()) {
      LocalDateTime at = cell.asDate();
      return at.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? at.toLocalDate().toString()
          : at.toString();
    }
    BigDecimal value = ((BigDecimal) cell.getValue()).stripTrailingZeros();
    // a short exponent could be written out to an arbitrarily long text
    return Math.abs((long) value.scale()) > LONGEST_NUMBER
        ? value.toString()
        : value.toPlainString();
  }
}
