package org.passerelle.bench;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.passerelle.disclosure.Audit;
import org.passerelle.disclosure.AuditReport;
import org.passerelle.disclosure.Figures;
import org.passerelle.disclosure.Protection;
import org.passerelle.disclosure.Records;
import org.passerelle.disclosure.RecordsReader;
import org.passerelle.disclosure.Release;
import org.passerelle.disclosure.ReleaseReader;
import org.passerelle.disclosure.anonymity.Anonymity;
import org.passerelle.disclosure.anonymity.AnonymousRecords;

/**
 * Invented records of eight columns and all tables of up to three variables: time to read, count
 * and protect with the audit, the attack of an outsider, and records in groups of ten. {@code
 * DisclosureScale [RECORDS]}.
 */
public final class DisclosureScale {
  private static final List<String> NAMES =
      List.of("country", "sex", "age", "form", "year", "region", "sector", "route");
  private static final int[] SIZES = {12, 3, 6, 8, 5, 10, 6, 5};
  private static final int RECORDS = 150_000;

  private DisclosureScale() {}

  /** Prints the time of each step. */
  public static void main(String[] arguments) {
    int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RECORDS;
    Release release = ReleaseReader.read("release", new StringReader(declaration()));
    String csv = csv(many);
    long began = System.nanoTime();
    Records records = RecordsReader.read("records", new StringReader(csv), release);
    began = told("read %d records".formatted(records.size()), began);
    Figures figures = Figures.count(records);
    began = told("count %d figures".formatted(figures.layout().size()), began);
    Protection protection = Protection.of(figures, List.of());
    began =
        told(
            "protect and audit: %d hidden, %d findings, %d programmes"
                .formatted(
                    protection.audit().hidden(),
                    protection.audit().findings().size(),
                    protection.audit().programmes()),
            began);
    AuditReport outside = Audit.of(protection.published(), List.of(), false);
    began =
        told(
            "attack from outside: %d findings, %d programmes"
                .formatted(outside.findings().size(), outside.programmes()),
            began);
    for (int warm = 0; warm < 3; warm++) {
      AnonymousRecords locally = AnonymousRecords.locally(records, Anonymity.of(10));
      began =
          told(
              "groups of ten, local: %d left out, loss %.3f"
                  .formatted(locally.leftOut(), locally.loss()),
              began);
    }
    AnonymousRecords wholly = AnonymousRecords.wholly(records, Anonymity.of(10), 0.08);
    told(
        "groups of ten, whole variables: %d left out, loss %.3f"
            .formatted(wholly.leftOut(), wholly.loss()),
        began);
    Runtime memory = Runtime.getRuntime();
    System.out.printf("heap in use %d MB%n", (memory.totalMemory() - memory.freeMemory()) >> 20);
  }

  private static long told(String what, long began) {
    long now = System.nanoTime();
    System.out.printf(Locale.ROOT, "%s: %.2f s%n", what, (now - began) / 1e9);
    return System.nanoTime();
  }

  private static String declaration() {
    StringBuilder yaml =
        new StringBuilder(
            "id: scale\ntitle: Scale\npopulation: Nobody\nperiod: none\nsource: invented\nvariables:\n");
    for (int v = 0; v < NAMES.size(); v++) {
      yaml.append("  ").append(NAMES.get(v)).append(":\n    categories: [");
      for (int c = 0; c < SIZES[v]; c++) {
        yaml.append(c > 0 ? ", " : "").append(NAMES.get(v)).append(c);
      }
      yaml.append("]\n");
    }
    yaml.append("tables:\n");
    for (int a = 0; a < NAMES.size(); a++) {
      table(yaml, NAMES.get(a));
      for (int b = a + 1; b < NAMES.size(); b++) {
        table(yaml, NAMES.get(a) + ", " + NAMES.get(b));
        for (int c = b + 1; c < NAMES.size(); c++) {
          table(yaml, NAMES.get(a) + ", " + NAMES.get(b) + ", " + NAMES.get(c));
        }
      }
    }
    return yaml.append("policy: {threshold: 10, width: 5}\n").toString();
  }

  private static void table(StringBuilder yaml, String by) {
    yaml.append("  - by: [").append(by).append("]\n");
  }

  private static String csv(int many) {
    Random random = new Random(22);
    StringBuilder csv = new StringBuilder(String.join(",", NAMES)).append('\n');
    for (int r = 0; r < many; r++) {
      int first = 0;
      for (int v = 0; v < NAMES.size(); v++) {
        int drawn = Math.min(SIZES[v] - 1, (int) (-2.2 * Math.log(1 - random.nextDouble())));
        first = v == 0 ? drawn : first;
        int code = (drawn + (random.nextInt(3) > 0 ? first : 0)) % SIZES[v];
        csv.append(v > 0 ? "," : "").append(NAMES.get(v)).append(code);
      }
      csv.append('\n');
    }
    return csv.toString();
  }
}
