package org.passerelle.language;

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
}
