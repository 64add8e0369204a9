package org.passerelle.linkage;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.passerelle.linkage.generator.FamilyList;
import org.passerelle.linkage.internal.PlainFellegiSunter;

/**
 * How well persons are told from their families: this engine without labels, and a plain model at
 * its best threshold. Arguments of the program: persons, then seeds; or {@code file FILE}.
 */
final class FamilyFigures {
  private static final LinkSettings SETTINGS =
      LinkSettings.usual().withLeftOut(Set.of("person")).withThreads(1);

  private FamilyFigures() {}

  /**
   * What one list gave.
   *
   * @param plain F1 of the plain model at its best threshold
   */
  record Row(LinkResult result, Evaluation.Table quality, double plain) {
    double f1() {
      return quality.grouped().f1();
    }

    @Override
    public String toString() {
      Expected expected = result.expected();
      return String.format(
          Locale.ROOT,
          "%.3f | %.3f | %.3f | %.3f (%.3f) | %.3f (%.3f)",
          f1(),
          quality.bestGrouped().f1(),
          plain,
          quality.grouped().precision(),
          expected.precision(),
          quality.grouped().recall(),
          expected.recall());
    }
  }

  static Row of(FamilyList.Shape shape, int persons, double families, long seed) {
    return of(InventedLists.table(FamilyList.csv(shape, persons, families, seed)));
  }

  static Row of(PersonTable table) {
    LinkResult result = new Linkage(SETTINGS, Progress.SILENT).deduplicate(table);
    Map<String, Integer> persons = new HashMap<>();
    int[] truth = new int[table.size()];
    int column = table.header().indexOf("person");
    for (int i = 0; i < truth.length; i++) {
      truth[i] = persons.computeIfAbsent(table.value(i, column), p -> persons.size());
    }
    double plain =
        PlainFellegiSunter.bestF1(Linkage.population(table, Optional.empty(), SETTINGS), truth);
    return new Row(result, Evaluation.of(result, "person"), plain);
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("file")) {
      Row row = of(PersonTable.read(Path.of(arguments[1]), null));
      System.out.println("| " + arguments[1] + " | " + row);
      row.result().report().forEach(System.out::println);
      return;
    }
    int persons = Integer.parseInt(arguments[0]);
    for (FamilyList.Shape shape : FamilyList.Shape.values()) {
      for (double families : new double[] {0, 0.1, 0.2, 0.3, 0.5}) {
        for (int s = 1; s < arguments.length; s++) {
          long before = cpu();
          Row row = of(shape, persons, families, Long.parseLong(arguments[s]));
          System.out.printf(
              Locale.ROOT,
              "| %s %.0f %% seed %s | %s | %.1f s%n",
              shape,
              100 * families,
              arguments[s],
              row,
              (cpu() - before) / 1e9);
        }
      }
    }
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }
}
