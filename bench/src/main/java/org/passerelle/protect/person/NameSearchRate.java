package org.passerelle.protect.person;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.passerelle.linkage.generator.GeneratedRecord;
import org.passerelle.linkage.generator.RecordGenerator;

/**
 * Time to find a name among many persons, in memory: candidates from the index are compared until a
 * page is full, as in the search. Opening the files from the database is not included; {@code
 * CaseLoad} measures the whole page. It is in the package it measures, whose types are not public.
 */
public final class NameSearchRate {
  private static final int ASKED = 2_000;
  private static final int CANDIDATES = 1_000;
  private static final int PAGE = 50;

  private NameSearchRate() {}

  /** Prints the times; the argument is the number of files, default 1,000,000. */
  public static void main(String[] arguments) {
    int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    RecordGenerator generator = RecordGenerator.load();
    PersonIndex index = new PersonIndex(42);
    Map<UUID, Identity> identities = new HashMap<>();
    Map<String, Long> asked = new LinkedHashMap<>();
    long before = cpu();
    long most = 0;
    for (long person = 0; identities.size() < files; person++) {
      List<GeneratedRecord> records = generator.recordsOf(7, (int) person);
      boolean sought = person % Math.max(1, files / (3 * ASKED)) == 0 && records.size() > 1;
      // of the persons sought, only the first agency's file is indexed, and another agency's
      // spelling is asked for
      for (GeneratedRecord record : sought ? records.subList(0, 1) : records) {
        UUID id = new UUID(person, identities.size());
        Identity identity = identity(record);
        identities.put(id, identity);
        long began = System.nanoTime();
        index.put(id, PersonFacts.all(identity, new Contact(record.phone(), "", "")));
        most = Math.max(most, System.nanoTime() - began);
      }
      if (sought) {
        for (Identity.Name name : identity(records.get(1)).names()) {
          asked.put(name.text(), person);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%,d files put in: %.0f CPU seconds with making them up, the longest %.1f ms; heap in use %,d MB with the names%n",
        index.size(),
        (cpu() - before) / 1e9,
        most / 1e6,
        used());
    for (int round = 0; round < 2; round++) {
      List<Double> times = new ArrayList<>();
      int found = 0;
      for (Map.Entry<String, Long> one : asked.entrySet()) {
        long began = System.nanoTime();
        found += search(index, identities, one.getKey(), one.getValue()) ? 1 : 0;
        times.add((System.nanoTime() - began) / 1e6);
      }
      double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "%,d names asked for as another agency wrote them, %,d persons found on the first page: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
          sorted.length,
          found,
          sorted[sorted.length / 2],
          sorted[sorted.length * 95 / 100],
          sorted[sorted.length * 99 / 100],
          Arrays.stream(sorted).max().orElse(0));
    }
  }

  /** Searches until a page is full. Returns whether the person's own file was found. */
  private static boolean search(
      PersonIndex index, Map<UUID, Identity> identities, String name, long person) {
    NameAsked wanted = new NameAsked(name);
    int found = 0;
    for (UUID id : wanted.candidates(index, CANDIDATES)) {
      Identity identity = identities.get(id);
      if (identity != null && wanted.evidence(identity) >= 0) {
        found++;
        if (id.getMostSignificantBits() == person) {
          return true;
        }
        if (found == PAGE) {
          return false;
        }
      }
    }
    return false;
  }

  private static Identity identity(GeneratedRecord record) {
    String name = (record.givenName() + " " + record.surname()).strip();
    Identity.AgeEstimate age =
        record.age().isEmpty()
            ? null
            : new Identity.AgeEstimate(
                Integer.parseInt(record.age()),
                Integer.parseInt(record.age()),
                LocalDate.parse(record.recordedOn()).toString(),
                "own_word");
    return new Identity(
        name.isEmpty() ? List.of() : List.of(new Identity.Name("name", name)),
        record.dateOfBirth(),
        age,
        record.document(),
        record.birthPlace());
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long used() {
    System.gc();
    return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20;
  }
}
