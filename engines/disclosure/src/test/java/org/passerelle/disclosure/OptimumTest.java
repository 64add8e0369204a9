package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares the number of suppressed cells with the minimum found by HiGHS. */
@Tag("long")
class OptimumTest {
  private static final int MUCH = 60;

  @Test
  void hardlyMoreIsHiddenThanMustBe() {
    assumeTrue(OtherSolver.HIGHS.isHere(), "HiGHS (highs), which knows the optimum");
    long ours = 0;
    long fewest = 0;
    for (long seed : LongStream.rangeClosed(1, 20).toArray()) {
      Figures figures = Figures.count(small(seed));
      long hidden = Protection.of(figures, List.of()).audit().hidden();
      long optimum = optimum(figures);
      System.out.printf("release %d: %d hidden, %d at the least%n", seed, hidden, optimum);
      assertThat(hidden).as("release %d", seed).isGreaterThanOrEqualTo(optimum);
      ours += hidden;
      fewest += optimum;
    }
    assertThat(ours).isLessThanOrEqualTo((long) (1.1 * fewest));
  }

  static Records small(long seed) {
    Invented invented =
        (seed % 2 == 0)
            ? new Invented().flat("country", 5).flat("form", 4).table("country", "form")
            : new Invented()
                .flat("country", 4)
                .flat("sex", 2)
                .flat("age", 3)
                .table("country", "sex")
                .table("country", "age")
                .table("sex", "age");
    return invented
        .policy(new Policy(Policy.Method.SUPPRESSION, 5, 3, false, true, 5, false))
        .records(70 + (int) (seed * 7 % 60), seed);
  }

  /** The whole problem as one integer programme (Fischetti and Salazar 2001, model 7). */
  private static long optimum(Figures figures) {
    Layout layout = figures.layout();
    Policy policy = layout.release().policy();
    int[] small =
        IntStream.range(0, layout.size())
            .filter(cell -> policy.isSmall(figures.count(cell)))
            .toArray();
    int[] may = IntStream.range(0, layout.size()).filter(cell -> figures.count(cell) > 0).toArray();
    StringBuilder rows = new StringBuilder();
    StringBuilder bounds = new StringBuilder();
    for (int p : small) {
      for (String way : List.of("u", "d")) {
        for (int[] sum : layout.sums()) {
          StringBuilder row = new StringBuilder();
          for (int s = 0; s < sum.length; s++) {
            if (figures.count(sum[s]) > 0) {
              row.append(s == 0 ? " - " : " + ").append(way).append(p + "_" + sum[s]);
            }
          }
          if (row.length() > 0) {
            rows.append(row).append(" = 0\n");
          }
        }
        for (int cell : may) {
          String y = way + p + "_" + cell;
          long down = Math.min(MUCH, figures.count(cell) - 1);
          rows.append(y + " - " + MUCH + " z" + cell + " <= 0\n");
          rows.append(y + " + " + down + " z" + cell + " >= 0\n");
          bounds.append(y + " >= -" + MUCH + "\n");
        }
      }
      rows.append("u" + p + "_" + p + " - d" + p + "_" + p + " >= " + policy.width() + "\n");
    }
    List<String> binary = Arrays.stream(may).mapToObj(cell -> "z" + cell).toList();
    StringBuilder text = new StringBuilder("Minimize\n obj:");
    binary.forEach(z -> text.append(" + ").append(z).append('\n'));
    text.append("Subject To\n");
    int r = 0;
    for (String row : rows.toString().lines().toList()) {
      text.append(" r").append(r++).append(": ").append(row).append('\n');
    }
    for (int p : small) {
      text.append(" r").append(r++).append(": z").append(p).append(" = 1\n");
    }
    text.append("Bounds\n").append(bounds).append("Binary\n");
    text.append(String.join("\n", binary)).append("\nEnd\n");
    List<String> names = new ArrayList<>(binary);
    return Math.round(
        OtherSolver.HIGHS.solve(text.toString(), names).values().stream()
            .mapToDouble(Double::doubleValue)
            .sum());
  }
}
