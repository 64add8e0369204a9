package org.passerelle.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A translation is stale once a text in another language changed after it. The mark stays with the
 * text, under {@code stale}, until the translation is changed or somebody says that it still fits.
 */
public final class Staleness {
  private static final List<String> LANGUAGES = List.of("en", "fr", "sr");

  private Staleness() {}

  /**
   * A text in several languages with its marks.
   *
   * @param before the value as it was stored, or null
   * @param texts the new texts by language; an empty one is left out
   * @param fits whether somebody says that the texts that did not change still fit
   */
  public static Map<String, Object> marked(
      @Nullable Object before, Map<String, String> texts, boolean fits) {
    Map<?, ?> was = before instanceof Map<?, ?> map ? map : Map.of();
    Map<String, Object> marked = new LinkedHashMap<>();
    Set<String> changed = new HashSet<>();
    for (String language : LANGUAGES) {
      String text = texts.getOrDefault(language, "");
      if (!text.isEmpty()) {
        marked.put(language, text);
      }
      if (!Objects.requireNonNullElse(was.get(language), "").toString().equals(text)) {
        changed.add(language);
      }
    }
    List<String> stale = new ArrayList<>();
    for (String language : LANGUAGES) {
      boolean wasStale = was.get("stale") instanceof List<?> marks && marks.contains(language);
      boolean becomes = !was.isEmpty() && changed.stream().anyMatch(was::containsKey);
      if (!fits
          && marked.containsKey(language)
          && !changed.contains(language)
          && (wasStale || becomes)) {
        stale.add(language);
      }
    }
    if (!stale.isEmpty()) {
      marked.put("stale", stale);
    }
    return marked;
  }
}
