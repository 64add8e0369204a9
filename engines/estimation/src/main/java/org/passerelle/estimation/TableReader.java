package org.passerelle.estimation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads capture histories from CSV; errors are reported with line and column. */
final class TableReader {
  private static final Set<String> COUNT_NAMES =
      Set.of(
          "count",
          "counts",
          "n",
          "freq",
          "frequency",
          "frequencies",
          "number",
          "total",
          "nombre",
          "effectif",
          "effectifs",
          "broj",
          "број");
  private static final int LONGEST_LINE = 10_000;
  private final String name;
  private String separator = ",";
  private int line;
  private int[] histories = new int[64];
  private long[] lasts = new long[64];
  private int rows;
  private long firstLargeLine;
  private long firstLarge;

  TableReader(String name) {
    this.name = name;
  }

  CaptureHistories read(Reader source) throws IOException {
    BufferedReader reader = new BufferedReader(source);
    List<String> header = header(nextLine(reader));
    for (String text = nextLine(reader); text != null; text = nextLine(reader)) {
      row(text, header);
    }
    return table(header);
  }

  /** The next non-blank line. */
  private @org.jspecify.annotations.Nullable String nextLine(BufferedReader reader)
      throws IOException {
    for (String text = reader.readLine(); text != null; text = reader.readLine()) {
      line++;
      if (text.length() > LONGEST_LINE) {
        throw new BadTable(
            "%s, line %d is %d characters long; a row of 0 and 1 is expected."
                .formatted(name, line, text.length()));
      }
      if (!text.isBlank()) {
        return text;
      }
    }
    return null;
  }

  private List<String> header(@org.jspecify.annotations.Nullable String text) {
    if (text == null) {
      throw new BadTable(
          "%s is empty; a header with the names of the lists is expected.".formatted(name));
    }
    String line1 = text.startsWith("\uFEFF") ? text.substring(1) : text;
    for (String candidate : List.of(",", ";", "\t")) {
      if (line1.contains(candidate)) {
        separator = candidate;
        break;
      }
    }
    List<String> names = Arrays.stream(line1.split(separator, -1)).map(this::bare).toList();
    if (names.stream().allMatch(field -> field.matches("\\d+"))) {
      throw new BadTable(
          "%s, line %d: the names of the lists are expected, found %s."
              .formatted(name, line, shortened(line1)));
    }
    Set<String> seen = new HashSet<>();
    for (int c = 0; c < names.size(); c++) {
      if (names.get(c).isEmpty() || !seen.add(names.get(c))) {
        throw new BadTable(
            "%s, line %d, column %d: a unique name is expected for each list, found %s."
                .formatted(
                    name,
                    line,
                    c + 1,
                    names.get(c).isEmpty() ? "nothing" : names.get(c) + " again"));
      }
    }
    boolean counted = isCount(names);
    int lists = names.size() - (counted ? 1 : 0);
    if (lists < 2) {
      throw new BadTable(
          "%s, line %d has %s; at least two lists are expected, separated by commas."
              .formatted(name, line, lists == 0 ? "no list" : "one list, " + names.get(0)));
    }
    if (lists > CaptureHistories.MOST_LISTS + 1
        || (counted && lists > CaptureHistories.MOST_LISTS)) {
      throw tooMany(lists);
    }
    return names;
  }

  private BadTable tooMany(int lists) {
    return new BadTable(
        "%s, line 1 names %d lists; at most %d are supported. Maybe merge similar ones."
            .formatted(name, lists, CaptureHistories.MOST_LISTS));
  }

  private static boolean isCount(List<String> names) {
    return COUNT_NAMES.contains(names.get(names.size() - 1).toLowerCase(Locale.ROOT));
  }

  private String bare(String field) {
    String text = field.strip();
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1).strip()
        : text;
  }

  private void row(String text, List<String> header) {
    int columns = header.size();
    int history = 0;
    long last = 0;
    int from = 0;
    for (int c = 0; c < columns; c++) {
      int end = text.indexOf(separator, from);
      if (end < 0 == c < columns - 1) {
        throw new BadTable(
            "%s, line %d has %d columns; %d are expected, as in the first line."
                .formatted(name, line, text.split(separator, -1).length, columns));
      }
      String field = bare(text.substring(from, end < 0 ? text.length() : end));
      from = end + 1;
      if (c == columns - 1) {
        last = last(field, c, header);
      } else if (field.equals("1")) {
        history |= 1 << c;
      } else if (!field.equals("0")) {
        throw wrong(c, header, "0 or 1", field);
      }
    }
    if (rows == histories.length) {
      histories = Arrays.copyOf(histories, rows * 2);
      lasts = Arrays.copyOf(lasts, rows * 2);
    }
    histories[rows] = history;
    lasts[rows++] = last;
  }

  private long last(String field, int c, List<String> header) {
    String expected = isCount(header) ? "a whole number of people from 0" : "0 or 1";
    if (!field.matches("[0-9]{1,18}")) {
      throw wrong(c, header, expected, field);
    }
    long value = Long.parseLong(field);
    if (value > CaptureHistories.MOST_IN_A_CELL) {
      throw wrong(c, header, "at most " + CaptureHistories.MOST_IN_A_CELL, field);
    }
    if (value > 1 && firstLargeLine == 0) {
      firstLargeLine = line;
      firstLarge = value;
    }
    return value;
  }

  private BadTable wrong(int c, List<String> header, String expected, String found) {
    return new BadTable(
        "%s, line %d, column %d (%s): %s is expected, found %s."
            .formatted(
                name,
                line,
                c + 1,
                header.get(c),
                expected,
                found.isEmpty() ? "nothing" : shortened(found)));
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  private CaptureHistories table(List<String> header) {
    List<Sentence> warnings = new ArrayList<>();
    int last = header.size() - 1;
    boolean counted = isCount(header);
    if (!counted && firstLargeLine > 0) {
      if (rows > 1 << last) {
        throw new BadTable(
            "%s, line %d, column %d (%s): 0 or 1 is expected, found %d."
                .formatted(name, firstLargeLine, last + 1, header.get(last), firstLarge));
      }
      counted = true;
      warnings.add(Sentence.of("warning.column-of-counts", header.get(last)));
    }
    int lists = counted ? last : last + 1;
    if (lists > CaptureHistories.MOST_LISTS) {
      throw tooMany(lists);
    }
    if (lists < 2) {
      throw new BadTable(
          "%s has one list, %s; at least two lists are expected.".formatted(name, header.get(0)));
    }
    return counted ? aggregated(header, warnings) : persons(header, warnings);
  }

  private CaptureHistories aggregated(List<String> header, List<Sentence> warnings) {
    int lists = header.size() - 1;
    long[] counts = new long[1 << lists];
    boolean[] seen = new boolean[counts.length];
    int again = 0;
    for (int r = 0; r < rows; r++) {
      again += seen[histories[r]] ? 1 : 0;
      seen[histories[r]] = true;
      counts[histories[r]] += lasts[r];
    }
    if (again > 0) {
      warnings.add(Sentence.of("warning.rows-repeat", again));
    }
    if (counts[0] > 0) {
      throw new BadTable(
          "%s counts %d people on no list at all; nobody can have seen them."
              .formatted(name, counts[0]));
    }
    return CaptureHistories.of(header.subList(0, lists), counts, warnings);
  }

  private CaptureHistories persons(List<String> header, List<Sentence> warnings) {
    int lists = header.size();
    long[] counts = new long[1 << lists];
    for (int r = 0; r < rows; r++) {
      counts[histories[r] | ((int) lasts[r] << (lists - 1))]++;
    }
    if (counts[0] > 0) {
      warnings.add(Sentence.of("warning.on-no-list", counts[0]));
      counts[0] = 0;
    }
    return CaptureHistories.of(header, counts, warnings);
  }
}
