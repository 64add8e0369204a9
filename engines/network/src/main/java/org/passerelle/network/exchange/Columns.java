package org.passerelle.network.exchange;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Sentence;
import org.passerelle.network.Wording;

/** Assigns the columns of a table to fields and attributes. */
final class Columns {
  private static final Set<String> YES =
      Set.of("1", "true", "yes", "y", "oui", "o", "da", "да", "x");
  private static final Set<String> NO = Set.of("", "0", "false", "no", "n", "non", "ne", "не");
  private final Map<Field, Integer> at = new EnumMap<>(Field.class);
  private final Map<String, Integer> others = new LinkedHashMap<>();

  private Columns() {}

  /** By position: the first columns are these fields, followed by a weight or numbered ones. */
  static Columns byPlace(int width, Field... fields) {
    Columns columns = new Columns();
    for (int c = 0; c < width; c++) {
      if (c < fields.length) {
        columns.at.put(fields[c], c);
      } else {
        columns.others.put("column " + (c + 1), c);
      }
    }
    return columns;
  }

  /** By the number that a mapping gives for each field, from 1; others become attributes. */
  static Columns byNumber(int width, Map<Field, String> mapped, String file) {
    Columns columns = byPlace(width);
    mapped.forEach(
        (field, number) -> {
          int place = number.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(number) : width + 1;
          if (place > width) {
            throw new BadNetwork(Wording.NO_COLUMN, file, number, "1–" + width);
          }
          columns.put(field, place - 1);
        });
    return columns;
  }

  /** By header: according to a mapping, otherwise by recognised names. */
  static Columns byName(String[] header, Map<Field, String> mapped, Set<Field> among, String file) {
    Columns columns = new Columns();
    List<String> names = List.of(header);
    mapped.forEach(
        (field, column) -> {
          int place = names.indexOf(column);
          if (place < 0) {
            throw new BadNetwork(Wording.NO_COLUMN, file, column, String.join(", ", names));
          }
          columns.at.put(field, place);
        });
    for (int c = 0; c < header.length; c++) {
      int place = c;
      if (columns.at.containsValue(place)) {
        continue;
      }
      Field.byColumn(header[c], among)
          .filter(field -> !columns.at.containsKey(field))
          .ifPresentOrElse(
              field -> columns.at.put(field, place),
              () -> columns.others.putIfAbsent(name(header[place], place), place));
    }
    return columns;
  }

  private static String name(String header, int place) {
    return header.isEmpty() ? "column " + (place + 1) : header;
  }

  boolean has(Field field) {
    return at.containsKey(field);
  }

  void put(Field field, int column) {
    at.put(field, column);
    others.values().remove(column);
  }

  /**
   * Converts a column that was recognised by name into an attribute if one of its cells cannot be
   * interpreted as that field.
   *
   * @param meaning throws {@link BadNetwork} for a cell that cannot be interpreted
   * @return a remark, or empty
   */
  Optional<Sentence> keptAsIs(
      Field field, Rows rows, Map<Field, String> mapped, Consumer<String> meaning) {
    if (!at.containsKey(field) || mapped.containsKey(field)) {
      return Optional.empty();
    }
    int place = at.getOrDefault(field, 0);
    String name = rows.row(0)[place];
    for (int r = 1; r < rows.size(); r++) {
      String cell = value(rows.row(r), field);
      try {
        if (!cell.isEmpty()) {
          meaning.accept(cell);
        }
      } catch (BadNetwork e) {
        at.remove(field);
        others.put(name(name, place), place);
        return Optional.of(Sentence.of(Wording.KEPT_AS_IT_STANDS, rows.where(r), name, why(e)));
      }
    }
    return Optional.empty();
  }

  private static Object why(BadNetwork e) {
    return e.sentence().<Object>map(sentence -> sentence).orElse(String.valueOf(e.getMessage()));
  }

  /** The value of a field; empty if the table lacks it or the row is short. */
  String value(String[] row, Field field) {
    int place = at.getOrDefault(field, -1);
    return place < 0 || place >= row.length ? "" : Neutral.read(row[place]);
  }

  /** The values of attribute columns, by column name. */
  Map<String, List<String>> attributes(String[] row) {
    if (others.isEmpty()) {
      return Map.of();
    }
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    others.forEach(
        (name, place) -> {
          if (place < row.length && !row[place].isEmpty()) {
            attributes.put(name, List.of(Neutral.read(row[place])));
          }
        });
    return attributes;
  }

  /** Parses yes or no, in the application's languages; returns a default if empty. */
  static boolean yes(String text, boolean otherwise) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.isEmpty()) {
      return otherwise;
    }
    if (!YES.contains(plain) && !NO.contains(plain)) {
      throw new BadNetwork(Wording.NEITHER_YES_NOR_NO, text);
    }
    return YES.contains(plain);
  }
}
