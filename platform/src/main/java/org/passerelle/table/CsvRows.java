package org.passerelle.table;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.passerelle.refusal.Refused;

/** Reads CSV (RFC 4180) separated by commas, semicolons or tabs. */
final class CsvRows {
  private static final int LONGEST_ROW = 2_000_000;
  private static final Pattern AT_LINE = Pattern.compile("line:? ?([0-9]+)");

  private CsvRows() {}

  /** The most frequent of the three separators in the first line, outside quotation marks. */
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

  static void read(InputStream file, char separator, Rows table) throws IOException {
    // invalid UTF-8 becomes a replacement character, for which the row is refused with its line
    // number
    Reader text =
        new InputStreamReader(
            file,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    Limited limited = new Limited(text);
    CSVFormat format =
        CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
    long end = 0;
    try (CSVParser parser = CSVParser.builder().setReader(limited).setFormat(format).get()) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext()) {
        CSVRecord record = records.next();
        limited.begin();
        // empty lines are read and left out, so that the next row knows its line
        if (record.size() > 1 || !record.get(0).isEmpty()) {
          table.take(record.toList(), (int) end + 1);
        }
        end = parser.getCurrentLineNumber();
      }
    } catch (UncheckedIOException | IOException broken) {
      throw refused(broken, end);
    }
  }

  private static Refused refused(Exception broken, long end) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof TooLong) {
        return new Refused("table.refused.long-row", (int) end + 1, LONGEST_ROW);
      }
    }
    Matcher line = AT_LINE.matcher(String.valueOf(broken.getMessage()));
    return new Refused(
        "table.refused.quotes", line.find() ? Integer.parseInt(line.group(1)) : (int) end + 1);
  }

  /** Prevents an unclosed quotation mark from turning the whole file into one row. */
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
