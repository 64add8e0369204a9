package org.passerelle.language;

import java.util.Locale;

/**
 * A language of the house, known by its files: {@code fr}, {@code en}, {@code sr-Cyrl}, {@code
 * sr-Latn} (derived from Cyrillic).
 *
 * @param tag BCP 47 tag, as in the {@code lang} attribute
 */
public record Language(String tag) {
  /**
   * The key under which forms and lists hold this language's wording: {@code sr} for both Serbian
   * scripts.
   */
  public String key() {
    return locale().getLanguage();
  }

  /** For dates, numbers and sorting. */
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }
}
