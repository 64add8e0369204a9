package org.passerelle.steer.letter.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.passerelle.language.Language;
import org.passerelle.language.SerbianScript;
import org.passerelle.register.Derived;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;

/**
 * Finds entries of the register by parts of their names, in any language and script, with or
 * without accents. Safe for concurrent use.
 */
final class FactSearch {
  static final int MOST = 8;

  /** Parts of the letters themselves. */
  private static final Set<String> NOT_FACTS =
      Set.of("letter", "letter-block", "picture", "series", "term");

  private final Derived<List<Named>> index = new Derived<>(FactSearch::index);

  private record Named(Entry entry, String names) {}

  private static List<Named> index(Facts facts) {
    List<Named> index = new ArrayList<>();
    for (Entry entry : facts.everything()) {
      if (!NOT_FACTS.contains(entry.kind().id())) {
        index.add(
            new Named(entry, " " + plain(String.join(" ", entry.name().byLanguage().values()))));
      }
    }
    return index;
  }

  /** The first entries whose names hold every word, figures first, then by name. */
  List<Entry> find(Facts facts, String sought, Language language) {
    List<String> words = List.of(plain(sought).split(" ", -1));
    if (plain(sought).length() < 2) {
      return List.of();
    }
    return index.of(facts).stream()
        .filter(named -> words.stream().allMatch(word -> named.names().contains(" " + word)))
        .map(Named::entry)
        .sorted(
            Comparator.comparing((Entry entry) -> !entry.kind().id().equals("figure"))
                .thenComparing(entry -> entry.name().in(language)))
        .limit(MOST)
        .toList();
  }

  /** Lower-case Latin letters and digits, words parted by single blanks. */
  private static String plain(String text) {
    return Normalizer.normalize(SerbianScript.latin(text), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }
}
