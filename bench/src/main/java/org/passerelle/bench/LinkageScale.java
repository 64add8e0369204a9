package org.passerelle.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.linkage.Evaluation;
import org.passerelle.linkage.Expected;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Linkage;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.generator.RecordFile;
import org.passerelle.linkage.generator.RecordGenerator;
import org.passerelle.linkage.internal.candidates.Candidates;
import org.passerelle.linkage.internal.comparison.Population;

/**
 * The cost of linking invented records in three scripts, from ten thousand to a million: CPU time
 * of all threads from the file to the groups, memory, what share of the true pairs has a key in
 * common, and how often statements of each probability were true.
 */
public final class LinkageScale {
  private static final double RECORDS_TO_A_PERSON = 1.93;

  private LinkageScale() {}

  /**
   * The arguments are numbers of records, each with an optional seed after a colon (default 1),
   * such as {@code 1000000:907}; by default 10,000, 100,000 and 1,000,000.
   */
  public static void main(String[] arguments) throws IOException {
    String[] sizes = arguments.length > 0 ? arguments : new String[] {"10000", "100000", "1000000"};
    System.out.println(
        "| records | CPU s | CPU µs a record | peak heap MB | precision (stated) | recall (stated) | F1 of groups | true pairs that share a key |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    StringBuilder bins = new StringBuilder();
    for (String size : sizes) {
      Path file = Files.createTempFile("linkage", ".csv");
      try {
        String[] told = size.split(":", -1);
        generate(Integer.parseInt(told[0]), told.length > 1 ? Long.parseLong(told[1]) : 1, file);
        System.out.println(row(file, size, bins));
      } finally {
        Files.deleteIfExists(file);
      }
    }
    System.out.println("\n| records | stated probability | pairs | stated, mean | truly one |");
    System.out.println("|---|---|---|---|---|");
    System.out.print(bins);
  }

  private static void generate(int records, long seed, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      RecordFile.write(
          RecordGenerator.load(), (int) (records / RECORDS_TO_A_PERSON), seed, out, n -> {});
    }
  }

  private static String row(Path file, String size, StringBuilder bins) throws IOException {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    double before = cpuSeconds();
    PersonTable table = PersonTable.read(file, null);
    LinkSettings settings = LinkSettings.usual().withLeftOut(Set.of("person"));
    LinkResult result = new Linkage(settings, Progress.SILENT).deduplicate(table);
    double seconds = cpuSeconds() - before;
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    Evaluation.Table evaluation = Evaluation.of(result, "person");
    Evaluation.Quality quality = evaluation.grouped();
    evaluation.reliability().forEach(bin -> bins.append(line(size, bin)));
    Expected expected = result.expected();
    return String.format(
        Locale.ROOT,
        "| %,d | %.1f | %.0f | %,d | %.3f (%.3f) | %.3f (%.3f) | %.4f | %.3f |",
        table.size(),
        seconds,
        seconds * 1e6 / table.size(),
        peak / 1_000_000,
        quality.precision(),
        expected.precision(),
        quality.recall(),
        expected.recall(),
        quality.f1(),
        amongCandidates(table, settings));
  }

  private static String line(String size, Evaluation.Bin bin) {
    return String.format(
        Locale.ROOT,
        "| %s | %s to %s | %,d | %.3f | %.3f |%n",
        size,
        bin.from(),
        bin.to(),
        bin.pairs(),
        bin.stated(),
        bin.right());
  }

  /** What share of the pairs of one person has a key in common. */
  private static double amongCandidates(PersonTable table, LinkSettings settings) {
    int column = table.header().indexOf("person");
    Map<String, Integer> persons = new HashMap<>();
    int[] person = new int[table.size()];
    for (int row = 0; row < person.length; row++) {
      person[row] = persons.computeIfAbsent(table.value(row, column), p -> persons.size());
    }
    long[] records = new long[persons.size()];
    for (int p : person) {
      records[p]++;
    }
    long all = Arrays.stream(records).map(n -> n * (n - 1) / 2).sum();
    Population population = Linkage.population(table, Optional.empty(), settings);
    long found =
        Arrays.stream(new Candidates(population, Progress.SILENT).pairsByKeys())
            .filter(pair -> person[(int) (pair >>> 32)] == person[(int) pair])
            .count();
    return found / (double) all;
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }
}
