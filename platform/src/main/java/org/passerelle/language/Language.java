package org.passerelle.language;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A language of the house, known by its files: {@code fr}, {@code en}, {@code sr-Cyrl}, {@code
 * sr-Latn} (derived from Cyrillic).
 *
 * @param tag BCP 47 tag, as in the {@code lang} attribute
 */
public record Language(String tag) {
  private static final Map<String, Locale> LOCALES = new ConcurrentHashMap<>();

  /**
   * The key under which forms and lists hold this language's wording: {@code sr} for both Serbian
   * scripts.
   */
  public String key() {
    return locale().getLanguage();
  }

  /** Whether the house itself speaks it, and not only the pages of letterboxes. */
  public boolean isOfHouse() {
    return Wording.LANGUAGES.contains(key());
  }

  /** For dates, numbers and sorting. */
  public Locale locale() {
    return LOCALES.computeIfAbsent(tag, Locale::forLanguageTag);
  }
}
