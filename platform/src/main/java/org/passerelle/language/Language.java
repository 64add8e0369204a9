package org.passerelle.language;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A language of the application, identified by its files: {@code fr}, {@code en}, {@code sr-Cyrl},
 * {@code sr-Latn} (derived from Cyrillic).
 *
 * @param tag BCP 47 tag, as in the {@code lang} attribute
 */
public record Language(String tag) {
  private static final Map<String, Locale> LOCALES = new ConcurrentHashMap<>();

  /** The key of this language in forms and lists: {@code sr} for both Serbian scripts. */
  public String key() {
    return locale().getLanguage();
  }

  /** Whether all pages exist in it, and not only those of letterboxes. */
  public boolean isOfHouse() {
    return Wording.LANGUAGES.contains(key());
  }

  /** For dates, numbers and sorting. */
  public Locale locale() {
    return LOCALES.computeIfAbsent(tag, Locale::forLanguageTag);
  }
}
