package org.passerelle.cli.records;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.linkage.names.Comparison;
import org.passerelle.linkage.names.RegionalNames;

/** Pairs of names in a CSV or TSV file. The whole file is read before the first answer. */
final class NamePairFile {
  /** Usual names of the two columns. */
  private static final List<List<String>> COLUMN_NAMES =
      List.of(
          List.of("name1", "name2"),
          List.of("name_1", "name_2"),
          List.of("name_a", "name_b"),
          List.of("name_l", "name_r"),
          List.of("left", "right"),
          List.of("form_a", "form_b"),
          List.of("first", "second"),
          List.of("nom1", "nom2"),
          List.of("ime1", "ime2"));

  private static final int SAMPLE = 200;

  private record Pair(String left, String right, String schema) {}

  private final List<Pair> pairs;

  private NamePairFile(List<Pair> pairs) {
    this.pairs = pairs;
  }

  static NamePairFile read(Path file) {
    String text = text(file);
    List<Row> rows = rows(file, text);
    if (rows.isEmpty()) {
      throw new BadInput("%s has no rows. Maybe you mean another file.".formatted(file));
    }
    List<String> first = rows.get(0).cells().stream().map(NamePairFile::columnName).toList();
    boolean named = COLUMN_NAMES.stream().anyMatch(first::containsAll);
    List<Row> body = named ? rows.subList(1, rows.size()) : rows;
    int[] columns = columns(file, first, body);
    int schema = named ? first.indexOf("schema") : -1;
    List<Pair> pairs = new ArrayList<>(body.size());
    for (Row row : body) {
      pairs.add(
          new Pair(
              row.name(file, columns[0]),
              row.name(file, columns[1]),
              schema >= 0 && schema < row.cells.size() ? row.cells.get(schema).strip() : ""));
    }
    return new NamePairFile(pairs);
  }

  private record Row(long line, List<String> cells) {
    String name(Path file, int column) {
      if (column >= cells.size()) {
        throw new BadInput(
            "%s, line %d has %d columns; two names are expected in each line."
                .formatted(file, line, cells.size()));
      }
      String name = cells.get(column);
      if (name.length() > SameName.LONGEST_NAME) {
        throw new BadInput(
            "%s, line %d: a name is %,d characters long; at most %,d are compared. Maybe a quotation mark is missing."
                .formatted(file, line, name.length(), SameName.LONGEST_NAME));
      }
      return name;
    }
  }

  /** The whole text of a file in UTF-8 or UTF-16, without a byte order mark. */
  static String text(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInput("There is no file %s. Maybe the path is mistyped.".formatted(file));
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      Charset charset = StandardCharsets.UTF_8;
      if (bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xff + 0xfe) {
        charset = StandardCharsets.UTF_16;
      }
      String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new BadInput("%s is not in UTF-8. Maybe save it again as UTF-8.".formatted(file));
    } catch (IOException | OutOfMemoryError e) {
      throw new BadInput("%s cannot be read (%s).".formatted(file, BadInput.sentence(e)));
    }
  }

  private static List<Row> rows(Path file, String text) {
    char separator = separator(file, text);
    List<Row> rows = new ArrayList<>();
    if (separator == '\t') {
      long line = 0;
      for (String one : text.split("\\R", -1)) {
        line++;
        boolean comment = rows.isEmpty() && one.startsWith("#");
        if (!comment && (!one.isBlank() || one.indexOf('\t') >= 0)) {
          rows.add(
              new Row(
                  line, Arrays.stream(one.split("\t", -1)).map(NamePairFile::unquoted).toList()));
        }
      }
      return rows;
    }
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator)
            .setIgnoreEmptyLines(true)
            .setTrailingData(true)
            .get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord record : parser) {
        List<String> cells = record.toList();
        boolean comment = rows.isEmpty() && cells.get(0).startsWith("#");
        // a row of empty names counts and gets an answer; an empty line does not
        if (!comment && (cells.size() > 1 || !cells.get(0).isBlank())) {
          rows.add(new Row(parser.getCurrentLineNumber(), cells));
        }
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new BadInput(
          "%s cannot be read as CSV (%s). Maybe a quotation mark is not closed."
              .formatted(file, BadInput.sentence(e).replaceAll("^.*Exception: ", "")));
    }
    return rows;
  }

  /** Tabs in .tsv; otherwise the most frequent separator of the first line. */
  private static char separator(Path file, String text) {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".tsv")) {
      return '\t';
    }
    String line =
        text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).findFirst().orElse("");
    char best = ',';
    for (char c : new char[] {',', '\t', ';'}) {
      if (count(line, c) > count(line, best)) {
        best = c;
      }
    }
    return best;
  }

  private static long count(String line, char c) {
    return line.chars().filter(x -> x == c).count();
  }

  private static String unquoted(String cell) {
    boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
    return quoted ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
  }

  private static String columnName(String cell) {
    return cell.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
  }

  private static int[] columns(Path file, List<String> first, List<Row> body) {
    for (List<String> names : COLUMN_NAMES) {
      if (first.containsAll(names)) {
        return new int[] {first.indexOf(names.get(0)), first.indexOf(names.get(1))};
      }
    }
    List<Integer> texts = new ArrayList<>();
    for (int c = 0; c < first.size(); c++) {
      if (holdsText(body, c)) {
        texts.add(c);
      }
    }
    if (texts.size() < 2) {
      throw new BadInput(
          "%s has %d text columns; two names are expected in each line. Maybe name the columns name1 and name2."
              .formatted(file, texts.size()));
    }
    return new int[] {texts.get(texts.size() - 2), texts.get(texts.size() - 1)};
  }

  /** Neither numbers nor booleans. */
  private static boolean holdsText(List<Row> body, int column) {
    int filled = 0;
    int texts = 0;
    for (Row row : body.subList(0, Math.min(SAMPLE, body.size()))) {
      String cell = column < row.cells.size() ? row.cells.get(column).strip() : "";
      if (!cell.isEmpty()) {
        filled++;
        boolean text = cell.codePoints().anyMatch(Character::isLetter);
        texts += text && !cell.equalsIgnoreCase("true") && !cell.equalsIgnoreCase("false") ? 1 : 0;
      }
    }
    return body.isEmpty() || 2 * texts > filled;
  }

  /** The answers as CSV: name1,name2,probability,same. */
  String answered(RegionalNames names) {
    StringWriter out = new StringWriter(64 * pairs.size() + 64);
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    try (CSVPrinter printer = new CSVPrinter(out, format)) {
      printer.printRecord("name1", "name2", "probability", "same");
      for (Pair pair : pairs) {
        Comparison comparison = compared(names, pair);
        printer.printRecord(
            pair.left,
            pair.right,
            String.format(Locale.ROOT, "%.4f", comparison.probability()),
            comparison.same());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static Comparison compared(RegionalNames names, Pair pair) {
    return switch (pair.schema.toLowerCase(Locale.ROOT)) {
      case "" -> names.compare(pair.left, pair.right);
      case "person" -> names.comparePersons(pair.left, pair.right);
      default -> names.compareOrganisations(pair.left, pair.right);
    };
  }
}
