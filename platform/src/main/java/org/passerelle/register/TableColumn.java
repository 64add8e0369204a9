package org.passerelle.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;

/**
 * A column of a table of entries: a field, its text in one language, or a field of its first row.
 *
 * @param id name of the field in the form of an entry, such as {@code title.en} or {@code
 *     source.0.document}
 * @param language language of its texts, or empty
 * @param rows the field whose first row it belongs to, or null
 */
public record TableColumn(String id, Field field, String language, @Nullable Field rows) {
  private static final List<Language> READ =
      List.of(
          new Language("en"), new Language("fr"), new Language("sr-Cyrl"), new Language("sr-Latn"));

  /** All columns that a table of a kind may have, in the order of the form. */
  public static List<TableColumn> of(Kind kind) {
    List<TableColumn> columns = new ArrayList<>();
    for (Field field : kind.fields()) {
      if (field.type() == Field.Type.ROWS) {
        field.fields().stream()
            .filter(inner -> inner.type() != Field.Type.ROWS)
            .forEach(inner -> add(inner, field.id() + ".0." + inner.id(), field, columns));
      } else {
        add(field, field.id(), null, columns);
      }
    }
    return columns;
  }

  private static void add(Field field, String id, @Nullable Field rows, List<TableColumn> columns) {
    if (field.type().inLanguages()) {
      Wording.LANGUAGES.forEach(
          language -> columns.add(new TableColumn(id + "." + language, field, language, rows)));
    } else {
      columns.add(new TableColumn(id, field, "", rows));
    }
  }

  /** Its heading: “Title (en)”, “Sources, Document”. */
  public String name(Language reader) {
    String own = field.label().in(reader);
    return (rows == null ? own : rows.label().in(reader) + ", " + own)
        + (language.isEmpty() ? "" : " (" + language + ")");
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
