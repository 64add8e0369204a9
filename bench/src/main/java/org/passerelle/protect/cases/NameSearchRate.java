package org.passerelle.protect.cases;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.passerelle.linkage.generator.GeneratedRecord;
import org.passerelle.linkage.generator.RecordGenerator;
import org.passerelle.linkage.names.RegionalNames;

/**
 * How long a name takes to be found among many persons, in memory: candidates from the index, and
 * the forty first compared as the search does. Opening these forty from the database is not among
 * it; {@code CaseLoad} measures the whole page. In the package of what it measures, which others do
 * not see.
 */
public final class NameSearchRate {
  private static final int ASKED = 2_000;
  private static final int COMPARED = 40;

  private NameSearchRate() {}

  /** Prints the times; the argument is the number of files, 1,000,000 unless told. */
  public static void main(String[] arguments) {
    int files = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    RecordGenerator generator = RecordGenerator.load();
    PersonIndex index = new PersonIndex(42);
    Map<UUID, Identity> identities = new HashMap<>();
    List<String> asked = new ArrayList<>();
    long before = cpu();
    long most = 0;
    for (int person = 0; identities.size() < files; person++) {
      for (GeneratedRecord record : generator.recordsOf(7, person)) {
        UUID id = new UUID(person, identities.size());
        Identity identity = identity(record);
        identities.put(id, identity);
        long began = System.nanoTime();
        index.put(id, PersonFacts.all(identity, new Contact(record.phone(), "", "")));
        most = Math.max(most, System.nanoTime() - began);
        if (person % Math.max(1, files / (2 * ASKED)) == 0 && !identity.names().isEmpty()) {
          // somebody else's writing of the same person's name
          asked.add(identity.names().get(0).text());
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
      for (String name : asked) {
        long began = System.nanoTime();
        found += search(index, identities, name) > 0 ? 1 : 0;
        times.add((System.nanoTime() - began) / 1e6);
      }
      double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "%,d names asked for, %,d found: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
          sorted.length,
          found,
          sorted[sorted.length / 2],
          sorted[sorted.length * 95 / 100],
          sorted[sorted.length * 99 / 100],
          Arrays.stream(sorted).max().orElse(0));
    }
  }

  private static int search(PersonIndex index, Map<UUID, Identity> identities, String name) {
    List<String> words = RegionalNames.load().words(name);
    List<UUID> candidates =
        index.withAll(
            words.stream().map(PersonFacts::sound).filter(keys -> !keys.isEmpty()).toList(), 1_000);
    NameAsked wanted = new NameAsked(name);
    int found = 0;
    for (UUID id : candidates.subList(0, Math.min(COMPARED, candidates.size()))) {
      Identity identity = identities.get(id);
      found += identity != null && wanted.evidence(identity) >= 0 ? 1 : 0;
    }
    return found;
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
