package org.passerelle.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Kind;
import org.passerelle.register.Kinds;
import org.passerelle.steer.iati.ActivityFile;
import org.passerelle.steer.iati.ProgrammeYear;
import org.passerelle.steer.iati.Publisher;

/**
 * Time of an export of many activities in a cold process: {@code java -Xmx512m
 * org.passerelle.bench.IatiExport 5000 programme.xml}. The time includes reading the kinds of the
 * register, laying out the facts and writing the file.
 */
public final class IatiExport {
  private static final List<String> COUNTRIES =
      List.of("AL", "BA", "BG", "HR", "GR", "XK", "MD", "ME", "MK", "RO", "RS");

  private IatiExport() {}

  /** Number of activities, and the file to write. */
  public static void main(String[] arguments) throws IOException {
    int number = Integer.parseInt(arguments[0]);
    Path file = Path.of(arguments[1]);
    long start = computed();
    Facts facts = many(number);
    long laidOut = computed();
    ProgrammeYear written;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      written = new ActivityFile(facts, Publisher.USUAL, Clock.systemUTC()).write(2019, out);
    }
    long end = computed();
    PrintStream out = System.out;
    out.printf(
        "%d activities, %d bytes, %d ms to lay out, %d ms to write, %d MB of memory at most%n",
        written.activities().size(),
        Files.size(file),
        Duration.ofNanos(laidOut - start).toMillis(),
        Duration.ofNanos(end - laidOut).toMillis(),
        Runtime.getRuntime().totalMemory() >> 20);
  }

  /** CPU time of this thread in nanoseconds, which does not depend on other work of the machine. */
  private static long computed() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /**
   * The facts of the product, and the given number of projects with budgets, transactions and
   * indicators.
   */
  static Facts many(int number) {
    List<Entry> entries = new ArrayList<>();
    for (String kind : List.of("country", "organisation", "publication")) {
      entries.addAll(Facts.shipped().all(kind));
    }
    Kind project = Kinds.shipped().find("project").orElseThrow();
    Kind indicator = Kinds.shipped().find("indicator").orElseThrow();
    for (int i = 0; i < number; i++) {
      entries.add(new Entry(project, "p-" + i, 1, project(i)));
      entries.add(
          new Entry(
              indicator,
              "i-" + i,
              1,
              Map.of(
                  "title",
                  words("Trained professionals " + i),
                  "subject",
                  "project:p-" + i,
                  "unit",
                  "persons",
                  "target",
                  i % 90,
                  "target-year",
                  2019,
                  "actuals",
                  List.of(Map.of("period", "2019-06", "value", i % 70)))));
    }
    return new Facts(entries);
  }

  private static Map<String, Object> project(int i) {
    String day = "2019-%02d-%02d".formatted(i % 12 + 1, i % 28 + 1);
    return Map.ofEntries(
        Map.entry("title", words("Activity " + i)),
        Map.entry(
            "detail", words("A description of some length, which every activity has. ".repeat(8))),
        Map.entry("status", i % 3 == 0 ? "done" : "running"),
        Map.entry("start", day),
        Map.entry("end", "2020-12-31"),
        Map.entry("sector", "15160"),
        Map.entry("countries", COUNTRIES.subList(i % 8, i % 8 + 1 + i % 3)),
        Map.entry(
            "partners",
            List.of(
                Map.of("organisation", "meae", "role", "funder"),
                Map.of("organisation", "caritas-al", "role", "implementer"))),
        Map.entry(
            "budget",
            List.of(
                Map.of("funder", "meae", "year", 2019, "amount", "%d.10".formatted(1000 + i)),
                Map.of("funder", "meae", "year", 2020, "amount", "%d.25".formatted(900 + i)))),
        Map.entry(
            "commitments",
            List.of(Map.of("funder", "meae", "date", day, "amount", "%d.35".formatted(1900 + i)))),
        Map.entry(
            "disbursements",
            List.of(
                Map.of(
                    "funder",
                    "meae",
                    "recipient",
                    "caritas-al",
                    "date",
                    day,
                    "amount",
                    "%d.05".formatted(400 + i)))),
        Map.entry(
            "redact",
            i % 10 == 0
                ? List.of(Map.of("element", "budget", "reason", words("in negotiation")))
                : List.of()));
  }

  private static Map<String, String> words(String text) {
    return Map.of("en", text, "fr", text, "sr", text + " (српски)");
  }
}
