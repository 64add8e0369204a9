package org.passerelle.linkage.spark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Linkage;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.Progress;
import org.passerelle.linkage.generator.RecordFile;
import org.passerelle.linkage.generator.RecordGenerator;

/**
 * What it costs to link invented lists on two processes, one core each: a program, whose arguments
 * are the megabytes of each process and numbers of persons. Works on Linux, which tells how much
 * memory a process had.
 */
final class SparkGrowth {
  private static final int EXECUTORS = 2;
  private static final int SAMPLING = 200;
  private static final double SECOND = 1e9;
  private static final double MEGABYTE = 1e6;

  private SparkGrowth() {}

  public static void main(String[] arguments) throws IOException {
    System.out.println(
        "| records | CPU s: this process | executors | MB shuffled | records held at once by an"
            + " executor | of its share | MB: this process | executors | matches |");
    for (int a = 1; a < arguments.length; a++) {
      measure(Integer.parseInt(arguments[a]), Integer.parseInt(arguments[0]));
    }
  }

  private static void measure(int persons, int megabytes) throws IOException {
    Path folder = Files.createTempDirectory("growth");
    Path file = folder.resolve("invented.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      RecordFile.write(RecordGenerator.load(), persons, 5, out, n -> {});
    }
    LinkSettings settings = LinkSettings.usual().withLeftOut(Set.of("person")).withThreads(2);
    Map<Long, Long> memory = new ConcurrentHashMap<>();
    ScheduledExecutorService sampling = Executors.newSingleThreadScheduledExecutor();
    sampling.scheduleAtFixedRate(() -> sample(memory), 0, SAMPLING, TimeUnit.MILLISECONDS);
    long began = cpu();
    PersonTable list = PersonTable.read(file, null);
    try (SmallCluster cluster = new SmallCluster(folder.resolve("home"), EXECUTORS, megabytes)) {
      LinkResult result =
          new Linkage(settings, Progress.SILENT, new SparkLinkEngine().at(cluster.place(Map.of())))
              .deduplicate(list);
      sampling.shutdownNow();
      long held = Collections.max(SmallCluster.Seen.HELD.values());
      long own = memory.remove(ProcessHandle.current().pid());
      System.out.printf(
          Locale.ROOT,
          "| %,d | %.0f | %.0f | %.0f | %,d | %.2f | %,d | %,d | %,d |%n",
          list.size(),
          (cpu() - began) / SECOND,
          SmallCluster.Seen.NANOSECONDS.get() / SECOND,
          SmallCluster.Seen.SHUFFLED.get() / MEGABYTE,
          held,
          held * EXECUTORS / (double) list.size(),
          own,
          Collections.max(memory.values()),
          result.matches().size());
    }
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** The largest memory of this process and of what it started, by now. */
  private static void sample(Map<Long, Long> memory) {
    memory.merge(ProcessHandle.current().pid(), peak(ProcessHandle.current()), Long::max);
    SmallCluster.processes().forEach(p -> memory.merge(p.pid(), peak(p), Long::max));
  }

  private static long peak(ProcessHandle process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // it has ended
    }
  }
}
