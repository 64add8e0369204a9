package org.passerelle.language;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text in several languages, as forms, code lists and the strategy's facts hold it. Serbian is
 * authored in Cyrillic.
 *
 * @param byLanguage from {@code en}, {@code fr}, {@code sr} to the text
 */
public record Wording(Map<String, String> byLanguage) {
  /** The keys under which texts are written; both Serbian scripts share one. */
  public static final List<String> LANGUAGES = List.of("en", "fr", "sr");

  public Wording {
    byLanguage = Map.copyOf(byLanguage);
  }

  /** The text in every language and script, to be searched whatever the reader types. */
  public String everywhere() {
    return LANGUAGES.stream()
        .filter(byLanguage::containsKey)
        .map(byLanguage::get)
        .flatMap(text -> Stream.of(text, SerbianScript.latin(text)))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /**
   * The text, or the key of the language in double brackets where it is missing: missing is visible
   * as missing. A language that only the pages of letterboxes have has English here.
   */
  public String in(Language language) {
    String text = byLanguage.get(language.isOfHouse() ? language.key() : "en");
    if (text == null) {
      return "⟦" + language.key() + "⟧";
    }
    return language.tag().equals("sr-Latn") ? SerbianScript.latin(text) : text;
  }
}
