package org.passerelle.forms.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.passerelle.forms.Piece;
import org.passerelle.language.Wording;

/** Which texts are missing in which language. A text that stands in no language is not counted. */
public final class DraftGaps {
  private static final Set<String> TEXTS =
      Set.of("title", "label", "hint", "why", "about", "note", "licence");

  private DraftGaps() {}

  /**
   * How many texts a part with everything below it lacks, by language; those that lack none too.
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
