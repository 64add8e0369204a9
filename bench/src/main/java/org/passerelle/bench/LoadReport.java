package org.passerelle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The load as users experienced it: quantiles of the response times by page, errors, memory of the
 * server.
 */
final class LoadReport {
  private LoadReport() {}

  static void print(
      String what,
      int seconds,
      long process,
      Map<String, ? extends Collection<Double>> times,
      Collection<String> errors)
      throws IOException {
    System.out.printf(Locale.ROOT, "%n%s (%d s)%n", what, seconds);
    int count = 0;
    for (Map.Entry<String, Collection<Double>> entry :
        new TreeMap<String, Collection<Double>>(times).entrySet()) {
      double[] sorted = entry.getValue().stream().mapToDouble(d -> d).sorted().toArray();
      count += sorted.length;
      System.out.printf(
          Locale.ROOT,
          "  %-20s %6d   p50 %6.1f   p95 %6.1f   p99 %6.1f ms%n",
          entry.getKey(),
          sorted.length,
          at(sorted, 0.5),
          at(sorted, 0.95),
          at(sorted, 0.99));
    }
    System.out.printf(
        Locale.ROOT,
        "  %.1f requests a second, %d errors %s, %s resident%n",
        count / (double) seconds,
        errors.size(),
        errors.stream().distinct().limit(3).toList(),
        memory(process));
  }

  private static String memory(long process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
        .findFirst()
        .orElse("?");
  }

  private static double at(double[] sorted, double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }
}
