package org.passerelle.language;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text in several languages, as used in forms, code lists and the strategy's facts. Serbian is
 * written in Cyrillic.
 *
 * @param byLanguage text by {@code en}, {@code fr}, {@code sr}
 */
public record Wording(Map<String, String> byLanguage) {
  /** The keys of the languages; both Serbian scripts share one. */
  public static final List<String> LANGUAGES = List.of("en", "fr", "sr");

  public Wording {
    byLanguage = Map.copyOf(byLanguage);
  }

  /** The text in every language and script, for searching. */
  public String everywhere() {
    return LANGUAGES.stream()
        .filter(byLanguage::containsKey)
        .map(byLanguage::get)
        .flatMap(text -> Stream.of(text, SerbianScript.latin(text)))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /**
   * The text, or the key of the language in double brackets if it is missing: a missing text is
   * visible. An additional language of letterboxes gets English.
   */
  public String in(Language language) {
    String text = byLanguage.get(language.isOfHouse() ? language.key() : "en");
    if (text == null) {
      return "⟦" + language.key() + "⟧";
    }
    return language.tag().equals("sr-Latn") ? SerbianScript.latin(text) : text;
  }

  /** The text, or, where it is missing, that of another language; empty if there is none. */
  public String orAny(Language language) {
    return byLanguage.containsKey(language.key())
        ? in(language)
        : LANGUAGES.stream()
            .filter(byLanguage::containsKey)
            .map(byLanguage::get)
            .findFirst()
            .orElse("");
  }
}
