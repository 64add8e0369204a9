package org.passerelle.linkage.names.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All orthographies, those of one script, and by name. Threads may share it. */
public final class Orthographies {
  private static final List<String> IDS =
      List.of(
          "bg",
          "bg-Latn",
          "de",
          "el",
          "el-Latn",
          "en",
          "fr",
          "hbs-Cyrl",
          "hbs-Latn",
          "hbs-ascii",
          "it",
          "mk",
          "mk-Latn",
          "mo-Cyrl",
          "ro",
          "ru",
          "ru-Latn",
          "sq",
          "tr");
  private static final int[] NONE = {};
  private final List<Orthography> all = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> languages = new HashMap<>();
  private final Map<Script, int[]> ofScript = new EnumMap<>(Script.class);

  private Orthographies() {
    IDS.parallelStream()
        .map(Orthography::read)
        .sorted(Comparator.comparing(Orthography::id))
        .forEachOrdered(all::add);
    for (int i = 0; i < all.size(); i++) {
      numbers.put(all.get(i).id(), i);
      languages.putIfAbsent(all.get(i).language(), languages.size());
    }
    for (Script script : Script.values()) {
      ofScript.put(
          script,
          numbers.values().stream()
              .mapToInt(i -> i)
              .filter(i -> all.get(i).script() == script)
              .sorted()
              .toArray());
    }
  }

  /** From the files. */
  public static Orthographies read() {
    return new Orthographies();
  }

  /** In the order of their names. */
  public List<Orthography> all() {
    return List.copyOf(all);
  }

  Orthography get(int number) {
    return all.get(number);
  }

  /** The orthography of this name. */
  public Orthography named(String id) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new IllegalStateException(
          "There is no orthography %s. Maybe it is one of %s.".formatted(id, IDS));
    }
    return all.get(number);
  }

  int[] of(Script script) {
    return ofScript.getOrDefault(script, NONE);
  }

  int number(String id) {
    return numbers.getOrDefault(id, -1);
  }

  int count() {
    return all.size();
  }

  /** Bit of a language; 0 for one that no orthography writes. */
  long bit(String language) {
    Integer number = languages.get(language);
    return number == null ? 0 : 1L << number;
  }
}
