package org.passerelle.linkage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.passerelle.linkage.encoding.EncodingHeader;

/**
 * A list of persons as it was read: a first line with the names of the columns, then one row a
 * record. Immutable.
 */
public final class PersonTable {
  /** Maximum length of a value; longer text is neither a name nor an address. */
  public static final int LONGEST_VALUE = 4_000;

  private final String name;
  private final List<String> header;
  private final List<CodedColumn> columns;
  private final int idColumn;
  private final Optional<EncodingHeader> encoding;

  private PersonTable(
      String name,
      List<String> header,
      List<CodedColumn> columns,
      int idColumn,
      Optional<EncodingHeader> encoding) {
    this.name = name;
    this.header = List.copyOf(header);
    this.columns = columns;
    this.idColumn = idColumn;
    this.encoding = encoding;
  }

  /**
   * Reads a CSV file in UTF-8, parted by commas, semicolons or tabs.
   *
   * @param idColumn name of the column that names a record; the first column where it is null
   * @throws BadRecords if it cannot be read as a list of persons
   */
  public static PersonTable read(Path file, @Nullable String idColumn) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            Files.newInputStream(file),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      Path last = file.getFileName();
      return read(reader, last == null ? file.toString() : last.toString(), idColumn);
    } catch (CharacterCodingException e) {
      throw new BadRecords("%s is not in UTF-8. Maybe save it anew as CSV UTF-8.".formatted(file));
    }
  }

  /** As {@link #read(Path, String)}, from any reader; {@code name} stands in messages. */
  public static PersonTable read(Reader source, String name, @Nullable String idColumn)
      throws IOException {
    BufferedReader reader = new BufferedReader(source, 1 << 16);
    Optional<EncodingHeader> encoding = encoding(reader);
    char separator = separator(reader);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator)
            .setIgnoreSurroundingSpaces(separator != '\t')
            .setIgnoreEmptyLines(false)
            .get();
    try (CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
      return rows(parser, name, idColumn, encoding);
    } catch (java.io.UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException coding) {
        throw coding;
      }
      throw new BadRecords(
          "%s cannot be read as CSV (%s). Maybe a quotation mark is missing."
              .formatted(name, String.valueOf(e.getMessage())));
    }
  }

  /** The line that an encoded file begins with; anything else is left to be read. */
  private static Optional<EncodingHeader> encoding(BufferedReader reader) throws IOException {
    reader.mark(64);
    char[] first = new char[EncodingHeader.MARK.length()];
    int read = 0;
    while (read < first.length) {
      int n = reader.read(first, read, first.length - read);
      if (n < 0) {
        break;
      }
      read += n;
    }
    reader.reset();
    return String.valueOf(first, 0, read).equals(EncodingHeader.MARK)
        ? EncodingHeader.read(reader.readLine())
        : Optional.empty();
  }

  private static char separator(BufferedReader reader) throws IOException {
    reader.mark(1 << 16);
    StringBuilder first = new StringBuilder();
    for (int c = reader.read();
        c >= 0 && c != '\n' && first.length() < (1 << 16) - 2;
        c = reader.read()) {
      first.append((char) c);
    }
    reader.reset();
    if (first.length() > 0 && first.charAt(0) == '\uFEFF') {
      reader.skip(1);
    }
    for (char candidate : new char[] {',', ';', '\t'}) {
      if (first.indexOf(String.valueOf(candidate)) >= 0) {
        return candidate;
      }
    }
    return ',';
  }

  private static PersonTable rows(
      CSVParser parser, String name, @Nullable String idColumn, Optional<EncodingHeader> encoding) {
    @Nullable List<String> header = null;
    List<CodedColumn> columns = new ArrayList<>();
    int id = 0;
    Map<String, Long> seen = new HashMap<>();
    long blank = 0;
    for (CSVRecord row : parser) {
      if (header == null) {
        header = header(row, name);
        id = idColumn(header, idColumn, name);
        for (int c = 0; c < header.size(); c++) {
          columns.add(new CodedColumn());
        }
      } else if (row.size() == 1 && row.get(0).isEmpty() && header.size() > 1) {
        blank = blank == 0 ? row.getRecordNumber() : blank;
      } else {
        RowCheck.row(row, header, name, id, blank, seen);
        for (int c = 0; c < columns.size(); c++) {
          columns.get(c).add(row.get(c).strip());
        }
      }
    }
    if (header == null || columns.get(0).size() == 0) {
      throw new BadRecords(
          "%s holds no record. Maybe a first line with the names of the columns and rows below it"
                  .formatted(name)
              + " are missing.");
    }
    columns.forEach(CodedColumn::close);
    return new PersonTable(name, header, columns, id, encoding);
  }

  private static List<String> header(CSVRecord row, String name) {
    List<String> header = new ArrayList<>();
    for (String cell : row) {
      String column = cell.strip();
      if (!column.isEmpty() && header.contains(column)) {
        throw new BadRecords(
            "%s has two columns called %s. Maybe rename one.".formatted(name, column));
      }
      header.add(column);
    }
    return header;
  }

  private static int idColumn(List<String> header, @Nullable String wanted, String name) {
    if (wanted == null) {
      return 0;
    }
    int at = header.indexOf(wanted);
    if (at < 0) {
      throw new BadRecords(
          "%s has no column %s; it has %s. Maybe name one of them with --id."
              .formatted(name, wanted, String.join(", ", header)));
    }
    return at;
  }

  /** A list of rows, the first value of which names the record. */
  static PersonTable of(String name, List<String> header, List<List<String>> rows) {
    List<CodedColumn> columns = new ArrayList<>();
    for (int c = 0; c < header.size(); c++) {
      CodedColumn column = new CodedColumn();
      int at = c;
      rows.forEach(row -> column.add(row.get(at)));
      column.close();
      columns.add(column);
    }
    return new PersonTable(name, header, columns, 0, Optional.empty());
  }

  /** This list with one more column, whose values are made of those of a row. */
  PersonTable with(String column, IntFunction<String> values) {
    CodedColumn made = new CodedColumn();
    for (int row = 0; row < size(); row++) {
      made.add(values.apply(row));
    }
    made.close();
    List<String> names = new ArrayList<>(header);
    names.add(column);
    List<CodedColumn> all = new ArrayList<>(columns);
    all.add(made);
    return new PersonTable(name, names, all, idColumn, encoding);
  }

  /** What the list is called in messages. */
  public String name() {
    return name;
  }

  /** The names of the columns. */
  public List<String> header() {
    return header;
  }

  /** What the file says of its encodings, if its records are encoded. */
  public Optional<EncodingHeader> encoding() {
    return encoding;
  }

  /** How many records there are. */
  public int size() {
    return columns.get(0).size();
  }

  /** How the record of a row is called. */
  public String id(int row) {
    return columns.get(idColumn).value(row);
  }

  /** Which column names the records. */
  public int idColumn() {
    return idColumn;
  }

  /** A value; empty if there is none. */
  public String value(int row, int column) {
    return columns.get(column).value(row);
  }

  CodedColumn column(int column) {
    return columns.get(column);
  }
}
