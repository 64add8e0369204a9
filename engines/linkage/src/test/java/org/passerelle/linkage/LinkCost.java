package org.passerelle.linkage;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What it costs to link a list: CPU seconds of all threads, from making it up to the groups, and
 * the largest heap. Arguments of the program are lists as {@link StatedFigures} names them, such as
 * {@code heavy:35:16:6200:915} of 50,000 records.
 */
final class LinkCost {
  private LinkCost() {}

  /** What one list took. */
  record Cost(StatedFigures.Linked linked, double cpuSeconds, long peakMegabytes) {
    @Override
    public String toString() {
      Evaluation.Quality quality = Evaluation.of(linked.result(), linked.truth()).grouped();
      return String.format(
          Locale.ROOT,
          "| %s | %,d | %.1f | %,d | %.4f | %.4f |",
          linked.list(),
          linked.result().left().size(),
          cpuSeconds,
          peakMegabytes,
          quality.precision(),
          quality.recall());
    }
  }

  static Cost of(String list) {
    return of(() -> StatedFigures.linked(list));
  }

  static Cost of(Supplier<StatedFigures.Linked> linking) {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    double before = cpuSeconds();
    StatedFigures.Linked linked = linking.get();
    double seconds = cpuSeconds() - before;
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    return new Cost(linked, seconds, peak / 1_000_000);
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  public static void main(String[] lists) {
    System.out.println("| list | records | CPU s | peak heap MB | precision | recall |");
    System.out.println("|---|---|---|---|---|---|");
    for (String list : lists) {
      System.out.println(of(list));
    }
  }
}
