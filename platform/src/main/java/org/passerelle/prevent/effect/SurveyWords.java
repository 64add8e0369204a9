package org.passerelle.prevent.effect;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.passerelle.language.FileTexts;
import org.passerelle.language.Language;

/** Words that a table of a survey may use for a code, in any language of the screens. */
final class SurveyWords {
  private static final List<String> LANGUAGES = List.of("en", "fr", "sr-Cyrl", "sr-Latn");

  /** Columns of a table of counts, in the order of its example. */
  static final List<String> COLUMNS =
      List.of("question", "kind", "from", "wave", "answer", "people");

  static final Map<String, String> COLUMN = codes("effect.column.", COLUMNS);
  static final Map<String, String> WAVE = codes("effect.wave.", Survey.WAVES);
  static final Map<String, String> KIND = codes("effect.kind.", Survey.KINDS);
  static final Map<String, String> YES_NO = codes("effect.answer.", List.of("yes", "no"));

  private SurveyWords() {}

  private static Map<String, String> codes(String prefix, List<String> codes) {
    Map<String, String> words = new HashMap<>();
    for (String code : codes) {
      words.put(code, code);
      for (String language : LANGUAGES) {
        words.put(plain(FileTexts.of(new Language(language), "effect").text(prefix + code)), code);
      }
    }
    return Map.copyOf(words);
  }

  /** A cell as it is compared. */
  static String plain(String cell) {
    return cell.strip().toLowerCase(Locale.ROOT);
  }

  /** The code of a cell, or empty. */
  static String code(Map<String, String> words, String cell) {
    return words.getOrDefault(plain(cell), "");
  }
}
