package org.passerelle.network.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Place;
import org.passerelle.network.Wording;

/**
 * The cells of a table, separated by commas, semicolons, tabs or blanks; by default the first line
 * decides. Blank lines are skipped and, if blanks are the separator, lines that begin with # or %.
 *
 * @param name name of the file, for messages
 * @param cells cells of each row; equal texts are one object
 * @param lines line of the file on which each row ends
 */
record Rows(String name, List<String[]> cells, List<Long> lines) {
  private static final int LONGEST_CELL = 100_000;
  private static final int LONGEST_FIRST_LINE = 1 << 20;
  private static final char BLANKS = ' ';
  private static final Pattern BRACES = Pattern.compile("([^{]*)\\{(.*)\\}");
  private static final Pattern WEIGHT = Pattern.compile("'weight':\\s*([^,}\\s]+),?");

  static Rows read(Source file, Charset charset, @Nullable Character separator) throws IOException {
    String name = file.name();
    return Text.read(
        file,
        charset,
        reader -> {
          char parted = separator == null ? separator(reader) : separator;
          return parted == BLANKS ? blanks(name, reader) : table(name, reader, parted);
        });
  }

  private static char separator(BufferedReader reader) throws IOException {
    reader.mark(LONGEST_FIRST_LINE + 1);
    StringBuilder first = new StringBuilder();
    boolean quoted = false;
    int read = 0;
    for (int c = reader.read(); c >= 0 && read < LONGEST_FIRST_LINE; c = reader.read()) {
      read++;
      quoted ^= c == '"';
      if (c == '\n' && !quoted) {
        String line = first.toString().strip();
        if (line.isEmpty() || line.startsWith("#") || line.startsWith("%")) {
          first.setLength(0);
          continue;
        }
        break;
      }
      if (!quoted) {
        first.append((char) c);
      }
    }
    reader.reset();
    String line = first.toString().replaceFirst("\\{.*\\}\\s*$", "").strip();
    for (char candidate : new char[] {';', '\t', ','}) {
      // with semicolons or tabs as separators, commas may be decimal
      if (line.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return BLANKS;
  }

  private static Rows blanks(String name, BufferedReader reader) throws IOException {
    Rows rows = new Rows(name, new ArrayList<>(), new ArrayList<>());
    Map<String, String> known = new HashMap<>();
    long line = 0;
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      String stripped = text.strip();
      if (!stripped.isEmpty() && !stripped.startsWith("#") && !stripped.startsWith("%")) {
        rows.add(cells(stripped), line, known);
      }
    }
    return rows;
  }

  /** NetworkX appends the data of a tie as {@code {'weight': 2}}. */
  private static String[] cells(String line) {
    Matcher known = BRACES.matcher(line);
    if (!known.matches()) {
      return line.split("\\s+");
    }
    String ends = known.group(1).strip();
    Matcher weight = WEIGHT.matcher(known.group(2));
    String told = weight.find() ? weight.group(1) : "";
    String rest = weight.reset().replaceFirst("").strip();
    return (ends.replaceAll("\\s+", " ") + " " + told + (rest.isEmpty() ? "" : " {" + rest + "}"))
        .split(" ", 4);
  }

  private static Rows table(String name, BufferedReader reader, char separator) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator)
            .setIgnoreEmptyLines(true)
            .setIgnoreSurroundingSpaces(separator != '\t')
            .get();
    Rows rows = new Rows(name, new ArrayList<>(), new ArrayList<>());
    Map<String, String> known = new HashMap<>();
    try (CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
      for (CSVRecord record : parser) {
        String[] cells = Arrays.stream(record.values()).map(String::strip).toArray(String[]::new);
        if (cells.length > 1 || !cells[0].isEmpty()) {
          rows.add(cells, parser.getCurrentLineNumber(), known);
        }
      }
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException coding) {
        throw coding;
      }
      throw notReadable(name, e);
    } catch (IOException e) {
      if (e instanceof CharacterCodingException) {
        throw e;
      }
      throw notReadable(name, e);
    }
    return rows;
  }

  private static BadNetwork notReadable(String name, Exception e) {
    return new BadNetwork(
        Wording.NO_CSV,
        name,
        String.valueOf(e.getMessage()).replaceAll("[\\w.]+(Exception|Error): ", ""));
  }

  private void add(String[] row, long line, Map<String, String> known) {
    for (int c = 0; c < row.length; c++) {
      if (row[c].length() > LONGEST_CELL) {
        throw new BadNetwork(Wording.CELL_TOO_LONG, new Place(name, line), c + 1, row[c].length());
      }
      row[c] = known.computeIfAbsent(row[c], text -> text);
    }
    cells.add(row);
    lines.add(line);
  }

  int size() {
    return cells.size();
  }

  String[] row(int r) {
    return cells.get(r);
  }

  /** The place of a row, for messages. */
  Place where(int r) {
    return new Place(name, lines.get(r));
  }

  /** A number, possibly with a decimal comma; NaN otherwise. */
  static double number(String cell) {
    if (cell.isEmpty() || cell.length() > 40) {
      return Double.NaN;
    }
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (!(c >= '0' && c <= '9') && "+-.,eE".indexOf(c) < 0) {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(cell.replace(',', '.'));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
