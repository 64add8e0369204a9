package org.passerelle.protect.htcds;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.passerelle.pages.Refused;

/** Records as CSV (RFC 4180) with comma, semicolon or tabulator. */
final class CsvRows {
  private static final int LONGEST_ROW = 2_000_000;
  private static final Pattern AT_LINE = Pattern.compile("line:? ?([0-9]+)");
  private final Set<String> fields;
  private final Consumer<RawRow> rows;
  private final List<String> header = new ArrayList<>();
  private final Map<String, Integer> columns = new HashMap<>();
  private int count;

  private CsvRows(Set<String> fields, Consumer<RawRow> rows) {
    this.fields = fields;
    this.rows = rows;
  }

  /** Of the three, the one that the first line has most of, outside quotation marks. */
  static char separator(String text) {
    String first = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
    char best = ',';
    for (char one : new char[] {';', '\t'}) {
      if (count(first, one) > count(first, best)) {
        best = one;
      }
    }
    return best;
  }

  private static long count(String text, char sought) {
    return text.chars().filter(c -> c == sought).count();
  }

  static void read(InputStream file, char separator, Set<String> fields, Consumer<RawRow> rows)
      throws IOException {
    // bytes that are not UTF-8 become a sign that the row is then refused for, with its line
    Reader text =
        new InputStreamReader(
            file,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    Limited limited = new Limited(text);
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(true).get();
    CsvRows reader = new CsvRows(fields, rows);
    long end = 0;
    try (CSVParser parser = CSVParser.builder().setReader(limited).setFormat(format).get()) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        CSVRecord record = records.next();
        limited.begin();
        reader.take(record, (int) end + 1);
        end = parser.getCurrentLineNumber();
      }
    } catch (UncheckedIOException | IOException broken) {
      throw refused(broken, end);
    }
    if (reader.count == 0) {
      throw new Refused("htcds.refused.no-rows");
    }
  }

  private static Refused refused(Exception broken, long end) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof TooLong) {
        return new Refused("htcds.refused.long-row", (int) end + 1, LONGEST_ROW);
      }
    }
    Matcher line = AT_LINE.matcher(String.valueOf(broken.getMessage()));
    return new Refused(
        "htcds.refused.quotes", line.find() ? Integer.parseInt(line.group(1)) : (int) end + 1);
  }

  private void take(CSVRecord record, int line) {
    if (header.isEmpty()) {
      readHeader(record, line);
      return;
    }
    count++;
    if (count > RecordFile.MOST_ROWS) {
      throw new Refused("htcds.refused.too-many", RecordFile.MOST_ROWS);
    }
    List<Fault> faults = new ArrayList<>();
    if (record.size() != header.size()) {
      faults.add(Fault.of(line, 0, "", "htcds.fault.columns", record.size(), header.size()));
      rows.accept(new RawRow(line, "", Map.of(), columns, faults));
      return;
    }
    Map<String, List<String>> cells = new LinkedHashMap<>();
    String number = "";
    for (int i = 0; i < header.size(); i++) {
      String cell = record.get(i);
      String field = header.get(i);
      if (cell.isBlank()) {
        continue;
      }
      if (cell.indexOf('\uFFFD') >= 0) {
        faults.add(Fault.of(line, i + 1, field, "htcds.fault.encoding"));
      } else if (field.equals(HtcdsFields.VERSION_COLUMN)) {
        HtcdsFields.checkVersion(cell, line);
      } else if (field.equals(HtcdsFields.NUMBER)) {
        number = cell.strip();
      } else {
        cells.put(field, List.of(cell));
      }
    }
    rows.accept(new RawRow(line, number, cells, columns, faults));
  }

  private void readHeader(CSVRecord record, int line) {
    for (int i = 0; i < record.size(); i++) {
      String field = record.get(i).strip();
      HtcdsFields.check(field, line, i + 1, fields);
      if (columns.putIfAbsent(field, i + 1) != null) {
        throw new Refused("htcds.refused.column-twice", line, i + 1, field);
      }
      header.add(field);
    }
  }

  /** A quotation mark that nobody closes would make one row of the whole file. */
  private static final class Limited extends FilterReader {
    private long since;

    Limited(Reader text) {
      super(text);
    }

    void begin() {
      since = 0;
    }

    @Override
    public int read() throws IOException {
      count(1);
      return super.read();
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      count(read);
      return read;
    }

    private void count(int read) throws TooLong {
      since += read;
      if (since > LONGEST_ROW) {
        throw new TooLong();
      }
    }
  }

  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;
  }
}
