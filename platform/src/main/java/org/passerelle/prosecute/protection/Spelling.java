package org.passerelle.prosecute.protection;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.passerelle.language.SerbianScript;

/**
 * Words as they are compared: in Latin letters without accents, in small letters, a blank between
 * words and none between digits, so that neither script nor spelling nor grouping hides a name or a
 * number. Pure functions.
 */
final class Spelling {
  /** Shortest word that is searched for; shorter ones begin many others. */
  static final int SHORTEST = 3;

  private static final int NUMBER = 6;

  /** Digits that remain of a telephone when its prefix is left out or written otherwise. */
  private static final int LAST = 8;

  /** A word of this length has an ending that others may stand for. */
  private static final int STEM = 4;

  /** Endings of names in Serbian and Albanian, and of the plural. */
  private static final String ENDING =
      "(?:[aeiou]|om|em|oj|im|ima|ama|ju|ov|ova|ovi|ovu|in|ina|ini|inu|s|es|en|t|it)?";

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern IN_NUMBER = Pattern.compile("(?<=\\p{Nd}) (?=\\p{Nd})");

  private Spelling() {}

  /** A text for {@link #reveals}: begins and ends with a blank. */
  static String of(String text) {
    String latin =
        Normalizer.normalize(SerbianScript.latin(text), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replace('đ', 'd')
            .replace('ł', 'l')
            .replace('ø', 'o');
    String words = NOT_LETTERS.matcher(" " + latin + " ").replaceAll(" ");
    return IN_NUMBER.matcher(words).replaceAll("");
  }

  /** Whether it is long enough to be searched for. */
  static boolean isSearchable(String words) {
    return of(words).strip().length() >= SHORTEST;
  }

  /**
   * Whether a text contains some words: each with another ending if it is a name's, since names are
   * inflected; a number anywhere, with or without its prefix.
   *
   * @param text result of {@link #of}
   */
  static boolean reveals(String text, String words) {
    String sought = of(words).strip();
    if (sought.matches("\\p{Nd}+") && sought.length() >= NUMBER) {
      String end = sought.substring(Math.max(0, sought.length() - LAST));
      return text.contains(end);
    }
    String each =
        Arrays.stream(sought.split(" ", -1))
            .map(word -> Pattern.quote(stem(word)) + ENDING)
            .collect(Collectors.joining(" "));
    return Pattern.compile(" " + each + " ").matcher(text).find();
  }

  private static String stem(String word) {
    boolean inflected =
        word.length() >= STEM && "aeiou".indexOf(word.charAt(word.length() - 1)) >= 0;
    return inflected ? word.substring(0, word.length() - 1) : word;
  }
}
