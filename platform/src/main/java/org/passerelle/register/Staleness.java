package org.passerelle.register;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Wording;

/**
 * Marks outdated translations: a text is outdated once the text in another language has changed
 * after it. The mark is stored with the text, under {@code stale}, until the translation is changed
 * or declared still valid.
 */
public final class Staleness {

  private Staleness() {}

  /**
   * A text in several languages with its marks.
   *
   * @param before stored value, or null
   * @param texts new texts by language; empty ones are left out
   * @param fits whether unchanged texts are declared still valid
   */
  public static Map<String, Object> marked(
      @Nullable Object before, Map<String, String> texts, boolean fits) {
    Map<?, ?> was = before instanceof Map<?, ?> map ? map : Map.of();
    Map<String, Object> marked = new LinkedHashMap<>();
    Set<String> changed = new HashSet<>();
    for (String language : Wording.LANGUAGES) {
      String text = texts.getOrDefault(language, "");
      if (!text.isEmpty()) {
        marked.put(language, text);
      }
      if (!Objects.requireNonNullElse(was.get(language), "").toString().equals(text)) {
        changed.add(language);
      }
    }
    Set<String> behind = was.get("stale") instanceof List<?> marks ? strings(marks) : Set.of();
    // changing an outdated text only catches up: it makes no other text outdated
    boolean moved = changed.stream().anyMatch(l -> was.containsKey(l) && !behind.contains(l));
    List<String> stale =
        Wording.LANGUAGES.stream()
            .filter(l -> !fits && marked.containsKey(l) && !changed.contains(l))
            .filter(l -> moved || behind.contains(l))
            .toList();
    if (!stale.isEmpty()) {
      marked.put("stale", stale);
    }
    return marked;
  }

  /** The languages in which a text of an entry is outdated, in the order of the form. */
  public static List<String> behind(Entry entry) {
    Set<String> behind = new HashSet<>();
    collect(entry.content(), behind);
    return Wording.LANGUAGES.stream().filter(behind::contains).toList();
  }

  /** A content without its marks, for comparing what was written. */
  static Map<String, Object> unmarked(Map<String, ?> content) {
    Map<String, Object> plain = new LinkedHashMap<>();
    content.forEach(
        (key, value) -> {
          if (!key.equals("stale")) {
            plain.put(key, plain(value));
          }
        });
    return plain;
  }

  private static Object plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> strings = new LinkedHashMap<>();
      map.forEach((key, inner) -> strings.put(String.valueOf(key), inner));
      return unmarked(strings);
    }
    return value instanceof List<?> list ? list.stream().map(Staleness::plain).toList() : value;
  }

  private static void collect(@Nullable Object value, Set<String> behind) {
    if (value instanceof Map<?, ?> map) {
      if (map.get("stale") instanceof List<?> marks) {
        behind.addAll(strings(marks));
      }
      map.values().forEach(inner -> collect(inner, behind));
    } else if (value instanceof List<?> list) {
      list.forEach(inner -> collect(inner, behind));
    }
  }

  private static Set<String> strings(List<?> list) {
    return list.stream().map(String::valueOf).collect(Collectors.toSet());
  }
}
