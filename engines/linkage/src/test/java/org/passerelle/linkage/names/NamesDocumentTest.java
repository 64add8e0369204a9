package org.passerelle.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.passerelle.linkage.generator.GeneratedRecord;
import org.passerelle.linkage.generator.RecordGenerator;
import org.passerelle.linkage.names.NamePairs.Pair;
import org.passerelle.linkage.names.NamePairs.Score;
import org.passerelle.linkage.names.internal.LeftOutLanguages;

/** The figures on names in docs/linkage.md; written anew with {@code -Dwrite.linkage}. */
@EnabledIf("org.passerelle.linkage.names.NamePairsTest#present")
@Tag("slow")
@Tag("long")
class NamesDocumentTest {
  private static final Path DOCUMENT = Path.of("../../docs/linkage.md");
  private static final int PERSONS = 4_000;

  @Test
  @EnabledIfSystemProperty(named = "write.linkage", matches = ".*")
  void writes() throws IOException {
    String document = Files.readString(DOCUMENT);
    document = replaced(document, "names", table());
    Files.writeString(DOCUMENT, replaced(document, "speed of names", speed()));
  }

  @Test
  void theDocumentHoldsWhatThisProgramReaches() throws IOException {
    assertThat(Files.readString(DOCUMENT)).contains(table());
  }

  private static String replaced(String document, String part, String text) {
    String begin = "<!-- " + part + " -->\n";
    int from = document.indexOf(begin) + begin.length();
    int to = document.indexOf("<!-- end of " + part + " -->");
    return document.substring(0, from) + text + document.substring(to);
  }

  private static String table() {
    List<String> rows = new ArrayList<>();
    rows.add("| pairs | how many | precision | recall | F1 | goal | others |");
    rows.add("|---|---|---|---|---|---|---|");
    List<Pair> labelled = NamePairs.labelled(true);
    List<Pair> persons = labelled.stream().filter(p -> p.schema().equals("Person")).toList();
    rows.add(
        both(
            "labelled by OpenSanctions, told who is a person", labelled, ".85", ".790 on all 826"));
    rows.add(both("the same, not told", NamePairs.labelled(false), ".85", ""));
    rows.add(both("persons among them", persons, ".80", ".742 on all"));
    rows.add(
        found(
            "officers of two countries",
            NamePairs.shared("region-name-pairs.tsv"),
            ".95",
            "Daitch-Mokotoff .58, Beider-Morse .56, Jaro-Winkler .55, ICU4J .21"));
    rows.add(
        found(
            "own script and Latin",
            NamePairs.shared("cross-script-pairs.tsv"),
            "",
            "Daitch-Mokotoff .92, Jaro-Winkler .90, Beider-Morse .87, ICU4J .69"));
    rows.add(found("own pairs of one name", NamePairs.own("same-names.tsv", true), "", ""));
    rows.addAll(generated());
    rows.add("");
    rows.add("| pairs of two names | how many | said to be one | goal |");
    rows.add("|---|---|---|---|");
    rows.add(
        wrong(
            "own pairs that look or sound alike",
            NamePairs.own("different-names.tsv", false),
            "≤ 1 %"));
    rows.add(
        wrong(
            "full names alike but for one word",
            NamePairs.own("full-names-two.tsv", false),
            "≤ 3 of 75"));
    rows.add(
        wrong(
            "the same, kept aside before",
            NamePairs.own("full-names-aside.tsv", false),
            "≤ 3 of 75"));
    rows.add(
        wrong(
            "the same, made anew and then read",
            NamePairs.own("full-names-anew.tsv", false),
            "≤ 3 of 75"));
    rows.add(
        wrong(
            "the same, made after the last change of the rules",
            NamePairs.own("full-names-later.tsv", false),
            "≤ 3 of 75"));
    rows.add(
        wrong(
            "names of one country’s list, at most two letters apart",
            FrequentNames.lookingAlike(),
            ""));
    rows.add(strangers());
    rows.add("");
    rows.addAll(LeftOutLanguages.table());
    rows.add("");
    rows.add("| natively and romanised, frequent names of | found to be one |");
    rows.add("|---|---|");
    Set<String> countries =
        new TreeSet<>(
            Set.of("BG", "BY", "CY", "GR", "ME", "MK", "RS", "RU", "KZ", "AM", "GE", "IL", "AE"));
    FrequentNames.romanised(countries)
        .forEach(
            (country, pairs) ->
                rows.add(
                    "| %s | %d of %d |"
                        .formatted(country, NamePairs.score(pairs).both(), pairs.size())));
    rows.add("");
    rows.add(keys());
    return String.join("\n", rows) + "\n";
  }

  private static String both(String what, List<Pair> pairs, String goal, String others) {
    Score s = NamePairs.score(pairs);
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.3f | %.3f | **%.3f** | %s | %s |",
        what,
        s.pairs(),
        s.precision(),
        s.recall(),
        s.f1(),
        goal,
        others);
  }

  private static String found(String what, List<Pair> pairs, String goal, String others) {
    Score s = NamePairs.score(pairs);
    return String.format(
        Locale.ROOT,
        "| %s | %,d | | **%.3f** | | %s | %s |",
        what,
        s.pairs(),
        s.recall(),
        goal,
        others);
  }

  private static String wrong(String what, List<Pair> pairs, String goal) {
    Score s = NamePairs.score(pairs);
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %d = **%.2f %%** | %s |",
        what,
        s.pairs(),
        s.said(),
        100 * s.saidShare(),
        goal);
  }

  private static String full(GeneratedRecord r) {
    return r.givenName() + " " + r.surname();
  }

  private static List<String> generated() {
    RecordGenerator generator = RecordGenerator.load();
    List<Pair> all = new ArrayList<>();
    for (int i = 0; i < PERSONS; i++) {
      List<GeneratedRecord> records = generator.recordsOf(2, i);
      if (records.size() > 1) {
        all.add(new Pair(full(records.get(0)), full(records.get(1)), "Person", true));
      }
    }
    return List.of(
        found(
            "invented records of two agencies, with false, married and short names", all, "", ""));
  }

  private static String strangers() {
    RecordGenerator generator = RecordGenerator.load();
    List<Pair> all = new ArrayList<>();
    for (int i = 0; i < PERSONS; i++) {
      all.add(
          new Pair(
              full(generator.recordsOf(2, i).get(0)),
              full(generator.recordsOf(2, i + 1).get(0)),
              "Person",
              false));
    }
    return wrong("two invented persons at random", all, "");
  }

  private static String keys() {
    RegionalNames names = RegionalNames.load();
    int shared = 0;
    int keys = 0;
    int words = 0;
    List<Pair> pairs = NamePairs.own("same-names.tsv", true);
    for (Pair pair : pairs) {
      Set<String> left = new HashSet<>();
      Set<String> right = new HashSet<>();
      names.words(pair.left()).forEach(w -> left.addAll(names.keys(w)));
      names.words(pair.right()).forEach(w -> right.addAll(names.keys(w)));
      for (String word : names.words(pair.left())) {
        words++;
        keys += names.keys(word).size();
      }
      shared += left.stream().anyMatch(right::contains) ? 1 : 0;
    }
    return String.format(
        Locale.ROOT,
        "Of the own pairs of one name %d of %d share a key to be found by, with %.1f keys to a word.",
        shared,
        pairs.size(),
        (double) keys / words);
  }

  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static String speed() {
    RegionalNames warm = RegionalNames.load().knowing(List.of());
    RegionalNames names = RegionalNames.load().knowing(List.of());
    List<String> words = new ArrayList<>();
    for (Pair pair : NamePairs.own("same-names.tsv", true)) {
      words.addAll(names.words(pair.left()));
      words.addAll(names.words(pair.right()));
    }
    List<String> distinct = words.stream().distinct().toList();
    distinct.forEach(warm::soundings);
    long start = cpuTime();
    distinct.forEach(names::soundings);
    double first = (cpuTime() - start) / 1e3 / distinct.size();
    double again = Double.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      start = cpuTime();
      double sum = 0;
      for (int i = 0; i < 200_000; i++) {
        sum +=
            names
                .compareWords(
                    words.get(i % words.size()), words.get((i * 31 + round) % words.size()))
                .evidence();
      }
      assertThat(sum).isNegative();
      again = Math.min(again, (cpuTime() - start) / 1e3 / 200_000);
    }
    return String.format(
        Locale.ROOT,
        "A word that is new takes %.0f µs, two words that are known %.1f µs, in CPU time of one thread.%n",
        first,
        again);
  }
}
