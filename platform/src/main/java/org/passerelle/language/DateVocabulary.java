package org.passerelle.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of {@code language/said-dates.yaml} used in dates, lower case and without accents. The
 * offline page includes them.
 */
public final class DateVocabulary {
  /** Fewer letters of a month's name could be another word. */
  private static final int SHORTEST = 3;

  private static final String MONTH_NAMES = "months";
  private static final Map<String, Object> FILE = ResourceYaml.read("language/said-dates.yaml");
  private static final List<Set<String>> MONTHS = months();
  private static final Map<String, Set<String>> KINDS = kinds();

  private DateVocabulary() {}

  /** Names of the months under {@code months}, and words by kind. */
  public static Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>(KINDS);
    all.put(MONTH_NAMES, MONTHS);
    return all;
  }

  /** The words of a kind. */
  static Set<String> of(String kind) {
    return Objects.requireNonNull(KINDS.get(kind), kind);
  }

  /** The month, from 1, whose name is or begins with a word, if it is unambiguous. */
  static Optional<Integer> month(String word) {
    if (word.length() < SHORTEST) {
      return Optional.empty();
    }
    Set<Integer> found = new TreeSet<>();
    for (int i = 0; i < MONTHS.size(); i++) {
      for (String name : MONTHS.get(i)) {
        if (name.equals(word)) {
          return Optional.of(i + 1);
        }
        if (name.startsWith(word)) {
          found.add(i + 1);
        }
      }
    }
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  /** Lower case, without accents. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Set<String> plain(List<?> words) {
    Set<String> plain = new TreeSet<>();
    words.forEach(word -> plain.add(plain(word.toString())));
    return plain;
  }

  private static List<Set<String>> months() {
    List<Set<String>> months = new ArrayList<>();
    for (Object names : (List<?>) Objects.requireNonNull(FILE.get(MONTH_NAMES))) {
      months.add(plain((List<?>) names));
    }
    return List.copyOf(months);
  }

  private static Map<String, Set<String>> kinds() {
    Map<String, Set<String>> kinds = new LinkedHashMap<>();
    FILE.forEach(
        (kind, words) -> {
          if (!kind.equals(MONTH_NAMES)) {
            kinds.put(kind, plain((List<?>) words));
          }
        });
    return kinds;
  }
}
