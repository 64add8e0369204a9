package org.passerelle.disclosure;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads records, one person per row or as the declaration says, from CSV with a header. Only
 * declared columns are kept. O(rows × variables).
 */
public final class RecordsReader {
  private final String file;
  private final Release release;

  private RecordsReader(String file, Release release) {
    this.file = file;
    this.release = release;
  }

  /**
   * Parses a text; cells are separated by commas, semicolons or tabs, according to its first line.
   *
   * @param file its name, for messages
   * @throws BadRelease naming line and column, if a column is missing or a value is not a category;
   *     or if it is not CSV, or not valid text
   */
  public static Records read(String file, Reader text, Release release) {
    try {
      return new RecordsReader(file, release).read(text);
    } catch (CharacterCodingException e) {
      throw notUtf8(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UncheckedIOException e) {
      // the CSV parser wraps exceptions
      IOException cause = Objects.requireNonNull(e.getCause());
      if (cause instanceof CharacterCodingException) {
        throw notUtf8(file);
      }
      throw new BadRelease(
          "%s is not CSV (%s). Maybe a quotation mark is not closed."
              .formatted(file, cause.getMessage()));
    }
  }

  private static BadRelease notUtf8(String file) {
    return new BadRelease("%s is not UTF-8. Maybe save it as CSV UTF-8.".formatted(file));
  }

  private Records read(Reader text) throws IOException {
    java.io.BufferedReader buffered = new java.io.BufferedReader(text);
    String first = buffered.readLine();
    if (first == null || first.isBlank()) {
      throw new BadRelease("%s is empty. Maybe the header is missing.".formatted(file));
    }
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(separator(first)).get();
    List<String> header;
    try (CSVParser line = CSVParser.parse(first.replace("\uFEFF", ""), format)) {
      header = line.iterator().next().toList().stream().map(String::strip).toList();
    }
    int variables = release.variables().size();
    int[] columns = new int[variables];
    Categories[] categories = new Categories[variables];
    for (int v = 0; v < variables; v++) {
      Variable variable = release.variables().get(v);
      columns[v] = header.indexOf(variable.column());
      if (columns[v] < 0) {
        throw new BadRelease(
            "%s has no column %s, which variables.%s names; it has %s."
                .formatted(file, variable.column(), variable.name(), String.join(", ", header)));
      }
      categories[v] = Categories.of(variable);
    }
    PersonColumns persons = new PersonColumns(file, release.counting(), header);
    int[][] nodes = new int[variables][1_024];
    int rows = 0;
    try (CSVParser parser = CSVParser.parse(buffered, format)) {
      for (CSVRecord row : parser) {
        if (row.size() == 1 && row.get(0).isBlank()) {
          continue;
        }
        if (row.size() != header.size()) {
          throw new BadRelease(
              "%s, line %d has %d cells; %d are expected, as in the first line."
                  .formatted(file, parser.getCurrentLineNumber() + 1, row.size(), header.size()));
        }
        if (rows == nodes[0].length) {
          for (int v = 0; v < variables; v++) {
            nodes[v] = Arrays.copyOf(nodes[v], rows * 2);
          }
        }
        for (int v = 0; v < variables; v++) {
          nodes[v][rows] = node(categories[v], row.get(columns[v]).strip(), parser);
        }
        persons.read(row, () -> parser.getCurrentLineNumber() + 1);
        rows++;
      }
    }
    return records(categories, nodes, rows, persons);
  }

  private Records records(Categories[] categories, int[][] nodes, int rows, PersonColumns persons) {
    List<Variable> found = new ArrayList<>();
    for (int v = 0; v < categories.length; v++) {
      Categories one = categories[v];
      found.add(one.found == null ? one.variable : one.variable.with(one.sorted(nodes[v], rows)));
    }
    return persons.records(release.with(found), nodes, rows);
  }

  /** The first separator outside quotation marks. */
  private static String separator(String first) {
    String bare = first.replaceAll("\"[^\"]*\"", "");
    for (String candidate : List.of(",", ";", "\t")) {
      if (bare.contains(candidate)) {
        return candidate;
      }
    }
    return ",";
  }

  private int node(Categories categories, String value, CSVParser parser) {
    int node = categories.node(value);
    if (node > 0) {
      return node;
    }
    Variable variable = categories.variable;
    String place =
        "%s, line %d, column %s"
            .formatted(file, parser.getCurrentLineNumber() + 1, variable.column());
    if (value.isEmpty()) {
      throw new BadRelease(
          "%s is empty. Maybe specify a category for it in variables.%s.unknown: unknown is not zero."
              .formatted(place, variable.name()));
    }
    if (categories.found != null) {
      throw new BadRelease(
          "%s: more than %d different values of %s. Maybe group them, or drop this column from the variables."
              .formatted(place, Hierarchy.MOST, variable.name()));
    }
    throw new BadRelease(
        "%s: %s is not a category of %s. Maybe add it in variables.%s."
            .formatted(
                place,
                value.length() <= 60 ? value : value.substring(0, 60) + "…",
                variable.name(),
                variable.name()));
  }

  /** The categories of a column's values. */
  private static final class Categories {
    private final Variable variable;
    private final Map<String, Integer> known = new HashMap<>();
    private final @Nullable Map<String, Integer> found;

    private Categories(Variable variable) {
      this.variable = variable;
      this.found = variable.hierarchy() == null ? new LinkedHashMap<>() : null;
    }

    static Categories of(Variable variable) {
      return new Categories(variable);
    }

    int node(String value) {
      Integer before = known.get(value);
      if (before != null) {
        return before;
      }
      int node = value.isEmpty() && variable.unknown() == null ? 0 : find(value);
      if (node > 0 && known.size() < 100_000) {
        known.put(value, node);
      }
      return node;
    }

    private int find(String value) {
      String code = value.isEmpty() && variable.unknown() != null ? variable.unknown() : value;
      if (found != null) {
        if (!found.containsKey(code) && found.size() >= Hierarchy.MOST) {
          return 0;
        }
        return found.computeIfAbsent(code, c -> found.size() + 1);
      }
      if (!variable.bands().isEmpty() && code.matches("[0-9]{1,9}")) {
        code = band(Integer.parseInt(code));
      }
      int node = variable.tree().node(code);
      return node > 0 && variable.tree().isCategory(node) ? node : 0;
    }

    private String band(int number) {
      List<String> codes = Variable.codes(variable.bands());
      for (int b = codes.size() - 1; b >= 0; b--) {
        if (number >= variable.bands().get(b)) {
          return codes.get(b);
        }
      }
      return "";
    }

    /** Sorted by code, whatever the order of the records. */
    Hierarchy sorted(int[] nodes, int rows) {
      Map<String, Integer> byCode = new TreeMap<>(java.util.Objects.requireNonNull(found));
      Hierarchy tree = Hierarchy.flat(variable.name(), List.copyOf(byCode.keySet()));
      int[] moved = new int[byCode.size() + 1];
      byCode.forEach((code, before) -> moved[before] = tree.node(code));
      for (int r = 0; r < rows; r++) {
        nodes[r] = moved[nodes[r]];
      }
      return tree;
    }
  }
}
