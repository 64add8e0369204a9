package org.passerelle.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;

/**
 * A column of a table of entries: a field, its text in one language, or a field of one of its rows.
 *
 * @param id name of the field in the form of an entry, such as {@code title.en} or {@code
 *     source.0.document}
 * @param language language of its texts, or empty
 * @param rows the field whose row it belongs to, or null
 * @param row number of that row, from 0
 */
public record TableColumn(String id, Field field, String language, @Nullable Field rows, int row) {
  /** Most rows of a field that a table has columns for. */
  static final int MOST_ROWS = 20;

  private static final List<Language> READ =
      List.of(
          new Language("en"), new Language("fr"), new Language("sr-Cyrl"), new Language("sr-Latn"));

  /** The columns of a table of a kind, in the order of the form, with one row of each field. */
  public static List<TableColumn> of(Kind kind) {
    return of(kind, field -> 1);
  }

  /** The columns for entries that are there, with as many rows of each field as they have. */
  public static List<TableColumn> of(Kind kind, List<Entry> entries) {
    return of(
        kind,
        field ->
            Math.min(
                entries.stream().mapToInt(e -> e.rows(field.id()).size()).max().orElse(0),
                MOST_ROWS));
  }

  /** All columns that a table may have. */
  static List<TableColumn> all(Kind kind) {
    return of(kind, field -> MOST_ROWS);
  }

  private static List<TableColumn> of(Kind kind, ToIntFunction<Field> count) {
    List<TableColumn> columns = new ArrayList<>();
    for (Field field : kind.fields()) {
      if (field.type() != Field.Type.ROWS) {
        add(new TableColumn(field.id(), field, "", null, 0), columns);
        continue;
      }
      for (int row = 0; row < count.applyAsInt(field); row++) {
        for (Field inner : field.fields()) {
          if (inner.type() != Field.Type.ROWS) {
            String id = field.id() + "." + row + "." + inner.id();
            add(new TableColumn(id, inner, "", field, row), columns);
          }
        }
      }
    }
    return columns;
  }

  private static void add(TableColumn column, List<TableColumn> columns) {
    if (column.field.type().inLanguages()) {
      for (String language : Wording.LANGUAGES) {
        columns.add(
            new TableColumn(
                column.id + "." + language, column.field, language, column.rows, column.row));
      }
    } else {
      columns.add(column);
    }
  }

  /** Its heading: “Title (en)”, “Sources, Document”, “Sources 2, Document”. */
  public String name(Language reader) {
    String own = field.label().in(reader);
    if (rows != null) {
      own = rows.label().in(reader) + (row == 0 ? "" : " " + (row + 1)) + ", " + own;
    }
    return language.isEmpty() ? own : own + " (" + language + ")";
  }

  /** Whether every entry needs it. */
  public boolean needed() {
    return rows == null && field.needed() && (language.isEmpty() || language.equals("en"));
  }

  /** Whether a heading names this column, by its id or in any language. */
  boolean isNamed(String heading) {
    String plain = plain(heading);
    return plain.equals(plain(id))
        || READ.stream().anyMatch(reader -> plain.equals(plain(name(reader))));
  }

  private static String plain(String heading) {
    return heading.strip().replaceAll("[\\s\\h]+", " ").toLowerCase(Locale.ROOT);
  }
}
