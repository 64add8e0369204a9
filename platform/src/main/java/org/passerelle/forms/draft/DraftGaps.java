package org.passerelle.forms.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.forms.Piece;
import org.passerelle.language.Wording;

/** Counts missing translations. A text that is missing in all languages is not counted. */
public final class DraftGaps {
  private static final Set<String> TEXTS =
      Set.of("title", "label", "hint", "why", "about", "note", "licence");

  private DraftGaps() {}

  /**
   * Number of missing texts in a part and below it, by language, including languages without gaps.
   */
  public static Map<String, Integer> of(Piece piece) {
    Map<String, Integer> missing = new LinkedHashMap<>();
    Wording.LANGUAGES.forEach(language -> missing.put(language, 0));
    count(piece, missing);
    return missing;
  }

  private static void count(Object value, Map<String, Integer> missing) {
    if (value instanceof List<?> list) {
      list.forEach(item -> count(item, missing));
    } else if (value instanceof Piece piece) {
      piece
          .entries()
          .forEach(
              (key, below) -> {
                if (TEXTS.contains(key) && below instanceof Piece texts) {
                  missing.replaceAll((language, n) -> texts.has(language) ? n : n + 1);
                } else {
                  count(below, missing);
                }
              });
    }
  }
}
