package org.passerelle.estimation;

import java.util.List;

/**
 * A message for the reader, in any of the report's languages: {@code en}, {@code fr}, {@code sr}
 * (Cyrillic). Immutable.
 *
 * @param key key of the text in {@code report_LANGUAGE.properties}
 * @param arguments texts, numbers or further sentences
 */
public record Sentence(String key, List<Object> arguments) {
  public Sentence {
    arguments = List.copyOf(arguments);
  }

  /** A sentence with its arguments. */
  public static Sentence of(String key, Object... arguments) {
    return new Sentence(key, List.of(arguments));
  }

  /**
   * In a language, with its number format.
   *
   * @param language {@code en}, {@code fr} or {@code sr}
   */
  public String in(String language) {
    return Words.in(language).say(this);
  }

  /** In English. */
  @Override
  public String toString() {
    return in("en");
  }
}
