package org.passerelle.register;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Wording;

/**
 * A field of a kind. Immutable.
 *
 * @param id its name in entries and forms
 * @param type type of its value
 * @param needed whether it is required
 * @param label in three languages
 * @param hint help text, or null
 * @param of kinds that a reference may refer to; with several, values are written {@code kind:id}
 * @param codes labels by code, in the order of the options
 * @param from another date of the entry that this one must not precede, or empty
 * @param fields fields of each row
 */
public record Field(
    String id,
    Type type,
    boolean needed,
    Wording label,
    @Nullable Wording hint,
    List<String> of,
    Map<String, Wording> codes,
    String from,
    List<Field> fields) {
  public Field {
    of = List.copyOf(of);
    fields = List.copyOf(fields);
  }

  /** Type of a field. */
  public enum Type {
    /** One line in three languages. */
    WORDING,
    /** Paragraphs in three languages, separated by an empty line. */
    PROSE,
    /** Several lines, each in three languages. */
    WORDINGS,
    /** One line that is not translated: an article, a code, a person's name. */
    LINE,
    /** Several of them. */
    LINES,
    /** A day, a month or a year; see {@link org.passerelle.language.PartialDate}. */
    DATE,
    /** An integer. */
    WHOLE,
    /** A year: a name of a time and no quantity, so it is written without separators. */
    YEAR,
    /** A number with decimals. */
    DECIMAL,
    /** Euros, exact to the cent. */
    MONEY,
    /** Yes or nothing. */
    FLAG,
    /** One of the codes. */
    CODE,
    /** Several of the codes. */
    CODES,
    /** ISO 3166-1 alpha-2, {@code XK} for Kosovo. */
    COUNTRY,
    /** Several of them. */
    COUNTRIES,
    /** Another entry. */
    REF,
    /** Several other entries. */
    REFS,
    /** An address that begins with https. */
    LINK,
    /** Rows with fields of their own. */
    ROWS;

    /** Whether it is written in three languages. */
    public boolean inLanguages() {
      return this == WORDING || this == PROSE || this == WORDINGS;
    }
  }

  /** A field of its rows. */
  public Optional<Field> field(String id) {
    return fields.stream().filter(f -> f.id().equals(id)).findFirst();
  }

  /** The reference as {@code kind:id}, in either notation. */
  public String reference(String value) {
    return of.size() == 1 && value.indexOf(':') < 0 ? of.get(0) + ":" + value : value;
  }
}
