package org.passerelle.bench.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Resources held by the process while it is idle.
 *
 * @param heap megabytes after collection
 * @param resident megabytes; -1 if the system does not report it
 * @param files open files and connections
 * @param threads threads of the process
 * @param sessions sessions of the web server
 * @param connections of the database
 */
record Measure(long heap, long resident, long files, int threads, int sessions, int connections) {
  static Measure of(SoakHouse house) {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return new Measure(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
        residentMegabytes(),
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
            ? system.getOpenFileDescriptorCount()
            : -1,
        ManagementFactory.getThreadMXBean().getThreadCount(),
        house.sessions(),
        house.connections());
  }

  /**
   * The values that grew since an earlier measurement. New data makes the indexes a little larger;
   * a leak holds every connection, every session, or a whole application context at each restart.
   */
  List<String> grown(Measure since) {
    List<String> grown = new ArrayList<>();
    grown("heap in MB", since.heap, heap, since.heap / 2 + 48, grown);
    grown("files", since.files, files, 60, grown);
    grown("threads", since.threads, threads, 40, grown);
    grown("sessions", since.sessions, sessions, 20, grown);
    grown("connections", since.connections, connections, 20, grown);
    return grown;
  }

  private static void grown(String what, long before, long now, long most, List<String> grown) {
    if (now - before > most) {
      grown.add("%s: %d, before %d".formatted(what, now, before));
    }
  }

  private static long residentMegabytes() {
    Path status = Path.of("/proc/self/status");
    try {
      return !Files.exists(status)
          ? -1
          : Files.readAllLines(status).stream()
              .filter(line -> line.startsWith("VmRSS"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
              .findFirst()
              .orElse(-1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
