package org.passerelle.linkage.names.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.passerelle.linkage.names.NamePairs;

/**
 * What the comparison of names is worth on a language of which it has no examples: for each
 * language, its known names are left out, and the pairs that have one of them are compared (leave
 * one group out).
 */
public final class LeftOutLanguages {
  /** Languages, and the countries whose lists are theirs. */
  static final Map<String, List<String>> LANGUAGES =
      new TreeMap<>(
          Map.of(
              "sq", List.of("AL", "XK"),
              "hbs", List.of("BA", "HR", "ME", "RS"),
              "mk", List.of("MK"),
              "bg", List.of("BG"),
              "el", List.of("GR"),
              "ro", List.of("RO", "MD"),
              "tr", List.of("TR")));

  static final Score NONE = new Score(0, 0, 0, 0);

  private LeftOutLanguages() {}

  /** Two names, and whether they are one. */
  record Pair(String left, String right, boolean same) {}

  /**
   * Right and wrong answers.
   *
   * @param both pairs of one name that were said to be one
   */
  record Score(int pairs, int one, int said, int both) {
    double f1() {
      return 2.0 * both / Math.max(1, said + one);
    }

    Score plus(Score other) {
      return new Score(pairs + other.pairs, one + other.one, said + other.said, both + other.both);
    }
  }

  /** With all lists, and without that of the language. */
  record Row(String language, Score listed, Score leftOut) {}

  static List<Pair> pairs() {
    List<Pair> all = new ArrayList<>();
    for (String list :
        List.of(
            "same-names.tsv", "different-names.tsv", "look-alikes.tsv", "look-alikes-aside.tsv")) {
      NamePairs.resource(list)
          .forEach(row -> all.add(new Pair(row.get(0), row.get(1), list.startsWith("same"))));
    }
    return all;
  }

  static List<Row> rows() {
    Engine whole = Engine.load();
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, List<String>> language : LANGUAGES.entrySet()) {
      Set<String> names = names(language.getValue());
      List<Pair> theirs =
          pairs().stream()
              .filter(p -> isOf(names, whole, p.left()) || isOf(names, whole, p.right()))
              .toList();
      Engine without = Engine.load(l -> !l.equals(language.getKey()));
      rows.add(new Row(language.getKey(), score(whole, theirs), score(without, theirs)));
    }
    return rows;
  }

  private static boolean isOf(Set<String> names, Engine engine, String name) {
    return engine.words(name).stream().anyMatch(w -> names.contains(w.toLowerCase(Locale.ROOT)));
  }

  private static Set<String> names(List<String> countries) {
    Set<String> names = new HashSet<>();
    for (String country : countries) {
      RuleFile file = RuleFile.read("persons/" + country + ".yaml");
      for (String group : List.of("female", "male", "surnames")) {
        file.part(group)
            .lists()
            .values()
            .forEach(
                all ->
                    all.forEach(
                        entry -> {
                          for (String form : entry.split("/", -1)) {
                            names.add(form.toLowerCase(Locale.ROOT));
                          }
                        }));
      }
    }
    RuleFile.rows("names/also-known.tsv").stream()
        .filter(row -> countries.contains(row.get(0)))
        .forEach(row -> names.addAll(List.of(row.get(1).toLowerCase(Locale.ROOT).split(" ", -1))));
    return names;
  }

  private static Score score(Engine engine, List<Pair> pairs) {
    int one = 0;
    int said = 0;
    int both = 0;
    for (Pair pair : pairs) {
      boolean answer = engine.compare(pair.left(), pair.right()).same();
      one += pair.same() ? 1 : 0;
      said += answer ? 1 : 0;
      both += answer && pair.same() ? 1 : 0;
    }
    return new Score(pairs.size(), one, said, both);
  }

  /** The table of docs/linkage.md. */
  public static List<String> table() {
    List<String> table = new ArrayList<>();
    table.add(
        "| own pairs, all kinds, with a name that is known of | pairs | F1 | the same, its names left out | two names said to be one |");
    table.add("|---|---|---|---|---|");
    Score listed = NONE;
    Score leftOut = NONE;
    for (Row row : rows()) {
      table.add(line(row.language(), row.listed(), row.leftOut()));
      listed = listed.plus(row.listed());
      leftOut = leftOut.plus(row.leftOut());
    }
    table.add(line("all", listed, leftOut));
    return table;
  }

  private static String line(String language, Score listed, Score leftOut) {
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.3f | **%.3f** | %d, were %d |",
        language,
        listed.pairs(),
        listed.f1(),
        leftOut.f1(),
        leftOut.said() - leftOut.both(),
        listed.said() - listed.both());
  }
}
