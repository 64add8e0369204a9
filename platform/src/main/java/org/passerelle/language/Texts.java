package org.passerelle.language;

import java.util.Collection;
import java.util.SortedMap;

/**
 * The strings of the house in one language. Keys live in {@code
 * resources/language/LANGUAGE/PART.properties}.
 */
public interface Texts {

  /** The language of these texts. */
  Language language();

  /**
   * A string, with ICU message arguments {@code {0}}, {@code {0, plural, one {…} few {…} other
   * {…}}}.
   *
   * @return the string, or the key in double brackets if it is missing
   */
  String text(String key, Object... arguments);

  /** Whether there is a string under this key. */
  boolean has(String key);

  /** A semicolon; in French a thin space that does not break stands before it. */
  default String semicolon() {
    return language().key().equals("fr") ? "\u202f;" : ";";
  }

  /** Parts of one line, one after the other. */
  default String series(Iterable<String> parts) {
    return String.join(semicolon() + " ", parts);
  }

  /**
   * The strings as they are written, with their places for arguments, for a page that says them
   * without the house.
   *
   * @param beginnings of the keys, such as {@code screening.}
   * @return sorted by key
   */
  SortedMap<String, String> patterns(Collection<String> beginnings);
}
