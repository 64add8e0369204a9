package org.passerelle.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.generator.RecordFile;
import org.passerelle.linkage.generator.RecordGenerator;
import org.passerelle.linkage.names.RegionalNames;

/**
 * Name comparison on invented records in three scripts, per CPU second of one thread: pairs of
 * cached words and of whole names, keys of new words and of cached words.
 */
public final class NameRate {
  private static final int TIMES = 200_000;
  private static final int ROUNDS = 4;
  private static final int LIKENESS = 4;
  private final RegionalNames names = RegionalNames.load();
  private final List<String> persons = new ArrayList<>();
  private final String[] words;
  private final SplittableRandom random = new SplittableRandom(1);

  private NameRate(PersonTable table) {
    int given = table.header().indexOf("given_name");
    int surname = table.header().indexOf("surname");
    Set<String> distinct = new LinkedHashSet<>();
    for (int row = 0; row < table.size(); row++) {
      String name = table.value(row, given) + " " + table.value(row, surname);
      persons.add(name);
      distinct.addAll(names.words(name));
    }
    words = distinct.toArray(String[]::new);
  }

  /** Prints the rates; the argument is the number of persons, default 3,000. */
  public static void main(String[] arguments) throws IOException {
    int number = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3_000;
    StringWriter file = new StringWriter();
    RecordFile.write(RecordGenerator.load(), number, 1, file, n -> {});
    NameRate rate =
        new NameRate(PersonTable.read(new StringReader(file.toString()), "invented", null));
    for (int round = 0; round < ROUNDS; round++) {
      rate.measure();
    }
  }

  private void measure() {
    rate("pairs of remembered words", TIMES, k -> names.compareWords(word(), word()).distance());
    rate(
        "pairs of whole names",
        TIMES / 10,
        k -> names.comparePersons(person(), person()).logOdds());
    rate("keys of remembered words", TIMES, k -> names.keys(word()).size());
    // two words run together: never in the cache
    rate(
        "keys of new words",
        TIMES / 10,
        k -> {
          String first = word();
          return names.keys(first.substring(0, Math.min(LIKENESS, first.length())) + word()).size();
        });
  }

  private String word() {
    return words[random.nextInt(words.length)];
  }

  private String person() {
    return persons.get(random.nextInt(persons.size()));
  }

  private static void rate(String what, int times, IntToDoubleFunction one) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    double sum = 0;
    for (int k = 0; k < times; k++) {
      sum += one.applyAsDouble(k);
    }
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
    System.out.printf(
        Locale.ROOT, "%s: %,.0f a second (%.3f)%n", what, times / seconds, sum / times);
  }
}
