package org.passerelle.language;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * French puts an article before a date, but not before a relative day: « depuis le 3 avril », but «
 * depuis hier ». A sentence with a placeholder for a moment is written once, with the article.
 */
final class FrenchDays {
  private static final Pattern ARTICLE =
      Pattern.compile(
          "(?<!\\p{L})(?:(jusqu[’']au|du|au)|le) (aujourd[’']hui|hier|demain)(?!\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Replacements of the article with its preposition: before a vowel or mute h, and otherwise. */
  private static final Map<Character, String[]> WITHOUT =
      Map.of(
          'j', new String[] {"jusqu’à ", "jusqu’à "},
          'd', new String[] {"d’", "de "},
          'a', new String[] {"à ", "à "});

  private FrenchDays() {}

  /** The sentence without an article before today, yesterday and tomorrow. */
  static String withoutArticle(String sentence) {
    Matcher found = ARTICLE.matcher(sentence);
    return found.find()
        ? found.replaceAll(
            day -> Matcher.quoteReplacement(preposition(day.group(1), day.group(2)) + day.group(2)))
        : sentence;
  }

  private static String preposition(@Nullable String said, String day) {
    if (said == null) {
      return "";
    }
    String[] without = WITHOUT.get(Character.toLowerCase(said.charAt(0)));
    return without == null ? said + " " : without[day.charAt(0) == 'd' ? 1 : 0];
  }
}
