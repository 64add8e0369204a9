package org.passerelle.language;

import java.util.Collection;
import java.util.SortedMap;

/**
 * The application's texts in one language. Keys are in {@code
 * resources/language/LANGUAGE/PART.properties}.
 */
public interface Texts {

  /** The language of these texts. */
  Language language();

  /**
   * A text, with ICU message arguments {@code {0}}, {@code {0, plural, one {…} few {…} other {…}}}.
   * An argument that is a {@link Wording} is said in the language of the text.
   *
   * @return the text, or the key in double brackets if it is missing
   */
  String text(String key, Object... arguments);

  /** Whether there is a text for this key. */
  boolean has(String key);

  /** A semicolon; in French preceded by a narrow no-break space. */
  default String semicolon() {
    return language().key().equals("fr") ? "\u202f;" : ";";
  }

  /** Joins the parts of an enumeration. */
  default String series(Iterable<String> parts) {
    return String.join(semicolon() + " ", parts);
  }

  /**
   * The unformatted texts with their placeholders, for a page that formats them offline.
   *
   * @param beginnings prefixes of the keys, such as {@code screening.}
   * @return sorted by key
   */
  SortedMap<String, String> patterns(Collection<String> beginnings);
}
