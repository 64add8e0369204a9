package org.passerelle.register;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.PartialDate;
import org.passerelle.language.Wording;

/**
 * The values of an entry or of one of its rows, by field. A field without a value is absent:
 * unknown is never guessed. Immutable as long as the underlying map is not modified.
 */
public sealed class Values permits Entry {
  private final Map<String, Object> content;

  Values(Map<String, Object> content) {
    this.content = content;
  }

  /** Values read from JSON or YAML. */
  public static Values of(Map<String, Object> content) {
    return new Values(content);
  }

  /** The values as stored. */
  public final Map<String, Object> content() {
    return content;
  }

  /** Whether a field has a value. */
  public final boolean has(String field) {
    return content.get(field) != null;
  }

  /** An untranslated text, a code, a country or a reference; empty if absent. */
  public final String text(String field) {
    Object value = content.get(field);
    return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
  }

  /** A text in three languages; empty in all of them if absent. */
  public final Wording wording(String field) {
    return wordingOf(content.get(field));
  }

  /** Languages whose text is older than the last change in another language. */
  public final Set<String> stale(String field) {
    return content.get(field) instanceof Map<?, ?> texts ? staleOf(texts) : Set.of();
  }

  /** Several texts in three languages. */
  public final List<Wording> wordings(String field) {
    return list(field).stream().map(Values::wordingOf).toList();
  }

  /** Several texts, codes, countries or references. */
  public final List<String> texts(String field) {
    return list(field).stream().map(String::valueOf).toList();
  }

  /** A partial date. */
  public final Optional<PartialDate> date(String field) {
    String text = text(field);
    return text.isEmpty() ? Optional.empty() : Optional.of(PartialDate.parse(text));
  }

  /** An integer. */
  public final Optional<Integer> whole(String field) {
    return decimal(field).map(BigDecimal::intValueExact);
  }

  /** A number with decimals, or euros. */
  public final Optional<BigDecimal> decimal(String field) {
    String text = text(field);
    return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
  }

  /** Whether a box is ticked. */
  public final boolean flag(String field) {
    return "true".equals(text(field));
  }

  /** Rows with fields of their own. */
  public final List<Values> rows(String field) {
    List<Values> rows = new ArrayList<>();
    for (Object row : list(field)) {
      if (row instanceof Map<?, ?> map) {
        rows.add(new Values(strings(map)));
      }
    }
    return rows;
  }

  private List<?> list(String field) {
    return content.get(field) instanceof List<?> list ? list : List.of();
  }

  static Wording wordingOf(@Nullable Object value) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (language, text) -> {
            if (Wording.LANGUAGES.contains(String.valueOf(language)) && text != null) {
              texts.put(language.toString(), text.toString());
            }
          });
    }
    return new Wording(texts);
  }

  private static Set<String> staleOf(Map<?, ?> texts) {
    Set<String> stale = new HashSet<>();
    if (texts.get("stale") instanceof List<?> list) {
      list.forEach(language -> stale.add(String.valueOf(language)));
    }
    return stale;
  }

  private static Map<String, Object> strings(Map<?, ?> map) {
    Map<String, Object> strings = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (value != null) {
            strings.put(String.valueOf(key), value);
          }
        });
    return strings;
  }
}
