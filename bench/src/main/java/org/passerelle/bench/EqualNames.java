package org.passerelle.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Linkage;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.Progress;

/** A list in which everybody has the same name: linkage must finish, and with little memory. */
public final class EqualNames {
  private EqualNames() {}

  /** The argument is the number of records, default 1,000,000. */
  public static void main(String[] arguments) throws IOException {
    int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    Path file = Files.createTempFile("equal", ".csv");
    try {
      write(records, file);
      double before = cpuSeconds();
      LinkResult result =
          new Linkage(LinkSettings.usual(), Progress.SILENT)
              .deduplicate(PersonTable.read(file, null));
      System.out.printf(
          Locale.ROOT,
          "%,d records of one name: %.0f CPU s, heap of at most %,d MB, %,d matches%n",
          records,
          cpuSeconds() - before,
          Runtime.getRuntime().maxMemory() / 1_000_000,
          result.matches().size());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void write(int records, Path file) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,first_name,surname,dob,city\n");
      for (int i = 0; i < records; i++) {
        out.write(
            String.format(
                Locale.ROOT,
                "%d,Ana,Kovač,%d-%02d-%02d,town %d%n",
                i,
                random.nextInt(1950, 2015),
                random.nextInt(1, 13),
                random.nextInt(1, 29),
                random.nextInt(50)));
      }
    }
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }
}
