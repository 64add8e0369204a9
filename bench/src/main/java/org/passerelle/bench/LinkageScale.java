package org.passerelle.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
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

/**
 * The cost of linking invented records in three scripts, from ten thousand to a million: CPU time
 * of all threads from the file to the groups, and memory.
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
        "| records | CPU s | CPU µs a record | peak heap MB | precision (stated) | recall (stated) | F1 of groups |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (String size : sizes) {
      Path file = Files.createTempFile("linkage", ".csv");
      try {
        String[] told = size.split(":", -1);
        generate(Integer.parseInt(told[0]), told.length > 1 ? Long.parseLong(told[1]) : 1, file);
        System.out.println(row(file));
      } finally {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void generate(int records, long seed, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      RecordFile.write(
          RecordGenerator.load(), (int) (records / RECORDS_TO_A_PERSON), seed, out, n -> {});
    }
  }

  private static String row(Path file) throws IOException {
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
    Evaluation.Quality quality = Evaluation.of(result, "person").grouped();
    Expected expected = result.expected();
    return String.format(
        Locale.ROOT,
        "| %,d | %.1f | %.0f | %,d | %.3f (%.3f) | %.3f (%.3f) | %.4f |",
        table.size(),
        seconds,
        seconds * 1e6 / table.size(),
        peak / 1_000_000,
        quality.precision(),
        expected.precision(),
        quality.recall(),
        expected.recall(),
        quality.f1());
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }
}
