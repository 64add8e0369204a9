package org.passerelle.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.passerelle.linkage.generator.Design;
import org.passerelle.linkage.generator.DesignList;
import org.passerelle.linkage.internal.PlainFellegiSunter;

/**
 * How well persons are told apart where it is hard, beside a plain model at its best threshold.
 * Arguments of the program: persons, then seeds.
 */
final class DesignFigures {
  /** Columns that are not compared, the truth among them. */
  static final Set<String> WITHOUT = Set.of("person", "source", "recorded_on");

  /** As many as the lists of the documentation have. */
  static final int PERSONS = 1_000;

  /** Seeds that were never looked at while the model was changed. */
  static final long[] ASIDE = {7101, 7102};

  private DesignFigures() {}

  static StatedFigures.Row one(Design design, int persons, long seed) {
    return row(linked(design, persons, seed));
  }

  /** F1 of a plain model that was told how often one person and two agree. */
  static double told(Design design, int persons, long seed) {
    LinkResult result = linked(design, persons, seed);
    return PlainFellegiSunter.toldF1(
        Linkage.population(
            result.left(), result.right(), LinkSettings.usual().withLeftOut(WITHOUT)),
        Evaluation.truth(result, "person"));
  }

  /** The same without a rival. */
  static Evaluation.Table judged(Design design, int persons, long seed) {
    return Evaluation.of(linked(design, persons, seed), "person");
  }

  private static LinkResult linked(Design design, int persons, long seed) {
    return linkage().deduplicate(InventedLists.table(DesignList.csv(design, persons, seed)));
  }

  static StatedFigures.Row two(Design design, int persons, long seed) {
    return row(linkedTwo(design, persons, seed));
  }

  static Evaluation.Table judgedTwo(Design design, int persons, long seed) {
    return Evaluation.of(linkedTwo(design, persons, seed), "person");
  }

  private static LinkResult linkedTwo(Design design, int persons, long seed) {
    String csv = DesignList.csv(design, persons, seed);
    return linkage().link(StatedFigures.half(csv, 0), StatedFigures.half(csv, 1));
  }

  private static Linkage linkage() {
    return new Linkage(LinkSettings.usual().withLeftOut(WITHOUT).withThreads(1), Progress.SILENT);
  }

  private static StatedFigures.Row row(LinkResult result) {
    return StatedFigures.row("@without=" + String.join(",", WITHOUT), result, "person");
  }

  public static void main(String[] arguments) {
    int persons = Integer.parseInt(arguments[0]);
    for (Design design : Design.values()) {
      for (int s = 1; s < arguments.length; s++) {
        long seed = Long.parseLong(arguments[s]);
        List<String> cells = new ArrayList<>();
        for (StatedFigures.Row row :
            List.of(one(design, persons, seed), two(design, persons, seed))) {
          cells.add(String.format(Locale.ROOT, "%s worst bin %+.3f", row, WorstBins.above(row)));
        }
        cells.add(String.format(Locale.ROOT, "plain, told %.3f", told(design, persons, seed)));
        System.out.println(design + " " + seed + " " + String.join("\n    ", cells));
      }
    }
  }
}
