package org.passerelle.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.generator.RecordFile;
import org.passerelle.linkage.generator.RecordGenerator;
import org.passerelle.linkage.names.RegionalNames;

/**
 * Names of invented records of three scripts, a second and core: pairs of words that are remembered
 * and of whole names, keys of words that are new and of words that are remembered.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class NameBenchmark {
  private static final int PERSONS = 3_000;
  private static final int PAIRS = 20_000;
  private static final int NEW = 1_000;
  private final RegionalNames names = RegionalNames.load();
  private final List<String> persons = new ArrayList<>();
  private String[] words = {};
  private int[] some = {};
  private int made;

  /** The names of a generated list. */
  @Setup
  public void names() {
    StringWriter file = new StringWriter();
    PersonTable table;
    try {
      RecordFile.write(RecordGenerator.load(), PERSONS, 1, file, n -> {});
      table = PersonTable.read(new StringReader(file.toString()), "invented", null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    int given = table.header().indexOf("given_name");
    int surname = table.header().indexOf("surname");
    Set<String> distinct = new LinkedHashSet<>();
    for (int row = 0; row < table.size(); row++) {
      String name = table.value(row, given) + " " + table.value(row, surname);
      persons.add(name);
      distinct.addAll(names.words(name));
    }
    words = distinct.toArray(String[]::new);
    SplittableRandom random = new SplittableRandom(1);
    some = random.ints(2L * PAIRS, 0, Integer.MAX_VALUE).toArray();
  }

  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public double pairsOfWords() {
    double sum = 0;
    for (int k = 0; k < PAIRS; k++) {
      sum +=
          names
              .compareWords(
                  words[some[2 * k] % words.length], words[some[2 * k + 1] % words.length])
              .distance();
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public double pairsOfWholeNames() {
    double sum = 0;
    for (int k = 0; k < PAIRS; k++) {
      sum +=
          names
              .comparePersons(
                  persons.get(some[2 * k] % persons.size()),
                  persons.get(some[2 * k + 1] % persons.size()))
              .logOdds();
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public int keysOfRememberedWords() {
    int sum = 0;
    for (int k = 0; k < PAIRS; k++) {
      sum += names.keys(words[some[k] % words.length]).size();
    }
    return sum;
  }

  /** Words that nobody has seen: two known ones run together, each pair once. */
  @Benchmark
  @OperationsPerInvocation(NEW)
  public int keysOfNewWords() {
    int sum = 0;
    for (int k = 0; k < NEW; k++) {
      String first = words[made / 4_000 % words.length];
      String second = words[made++ % 4_000 % words.length];
      sum += names.keys(first.substring(0, Math.min(4, first.length())) + second).size();
    }
    return sum;
  }
}
