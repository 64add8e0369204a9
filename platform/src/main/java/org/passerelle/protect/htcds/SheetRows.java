package org.passerelle.protect.htcds;

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
import java.util.Set;
import java.util.function.Consumer;
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
import org.passerelle.pages.Refused;

/**
 * Records in the first sheet of a workbook (XLSX, ISO/IEC 29500). A cell counts as what it shows: a
 * date as a day, a formula as its result. The whole workbook is held while it is read, so it is
 * smaller than a file of text may be, and how much it unpacks to is counted before.
 */
final class SheetRows {
  /** Largest workbook, in bytes. */
  static final int LARGEST = 32 << 20;

  /** As much as it may unpack to, in bytes. */
  private static final long UNPACKED = 512L << 20;

  private static final int MOST_COLUMNS = 2_000;

  /** Digits of a number that are written out. */
  private static final int LONGEST_NUMBER = 40;

  /** A format of a number that shows a day or a time, outside quotation marks and colours. */
  private static final Pattern DAY = Pattern.compile("(?i).*[ymdhs].*");

  private static final Pattern NOT_SHOWN = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

  private SheetRows() {}

  static void read(InputStream file, Set<String> fields, ColumnNames names, Consumer<RawRow> rows)
      throws IOException {
    byte[] workbook = file.readNBytes(LARGEST + 1);
    if (workbook.length > LARGEST) {
      throw new Refused("htcds.refused.large-workbook", LARGEST >> 20);
    }
    boolean styled = unpacks(workbook);
    TableRows table = new TableRows(fields, names, rows);
    try (ReadableWorkbook book =
            new ReadableWorkbook(
                new ByteArrayInputStream(workbook), new ReadingOptions(styled, false));
        Stream<Row> sheet = book.getFirstSheet().openStream()) {
      sheet.forEach(row -> take(row, table));
    } catch (ExcelReaderException | UncheckedIOException | IOException broken) {
      throw new Refused("htcds.refused.spreadsheet");
    }
    table.end();
  }

  /**
   * A small file may unpack to one that fills the memory. Counted by the same directory of the
   * archive that is read afterwards: programs that write as they go leave sizes beside the parts
   * empty.
   *
   * @return whether cells have formats; the part that holds them may be left out
   */
  private static boolean unpacks(byte[] workbook) {
    byte[] buffer = new byte[64 * 1024];
    long size = 0;
    try (ZipFile archive =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get()) {
      if (archive.getEntry("xl/workbook.xml") == null) {
        throw new Refused("htcds.refused.spreadsheet");
      }
      for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
        try (InputStream part = archive.getInputStream(entry)) {
          for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
            size += read;
            if (size > UNPACKED) {
              throw new Refused("htcds.refused.large-workbook", LARGEST >> 20);
            }
          }
        }
      }
      return archive.getEntry("xl/styles.xml") != null;
    } catch (IllegalArgumentException | IOException broken) {
      throw new Refused("htcds.refused.spreadsheet");
    }
  }

  private static void take(Row row, TableRows table) {
    List<String> cells = new ArrayList<>();
    int width = Math.min(row.getCellCount(), MOST_COLUMNS);
    for (int i = 0; i < width; i++) {
      cells.add(row.getOptionalCell(i).map(SheetRows::text).orElse(""));
    }
    // programs keep empty cells at the end of a row, or leave them out
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
    // a short exponent would be written out to a text without end
    return Math.abs((long) value.scale()) > LONGEST_NUMBER
        ? value.toString()
        : value.toPlainString();
  }
}
