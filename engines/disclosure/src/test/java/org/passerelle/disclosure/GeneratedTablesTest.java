package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fifty generated releases, linked, hierarchical, with zeros and singletons, are all safe. */
@Tag("long")
class GeneratedTablesTest {
  static Records records(long seed) {
    int size = 3 + (int) (seed % 3);
    Invented invented = new Invented();
    Invented drawn =
        switch ((int) (seed % 5)) {
          case 0 ->
              invented.flat("country", size + 3).flat("form", size + 2).table("country", "form");
          case 1 ->
              invented.grouped("country", 3, size).flat("form", size).table("country", "form");
          case 2 ->
              invented
                  .flat("country", size + 1)
                  .flat("sex", 2)
                  .flat("form", size)
                  .table("country", "sex", "form");
          case 3 ->
              invented
                  .flat("country", size + 2)
                  .flat("sex", 3)
                  .flat("form", size + 1)
                  .table("country", "sex")
                  .table("country", "form")
                  .table("form", "sex");
          default ->
              invented
                  .grouped("country", 2, size)
                  .flat("sex", 2)
                  .flat("age", 4)
                  .table("country", "sex")
                  .table("age", "sex")
                  .table("country", "age");
        };
    return drawn.records((120 + 40 * (int) (seed % 7)) / (seed % 5 == 3 ? 3 : 1), seed);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  /** GLPK and HiGHS attack the published figures; if they are not installed, the test says so. */
  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsGivenBack(long seed) {
    Figures figures = Figures.count(records(seed));
    Policy policy = figures.layout().release().policy();
    Protection protection = Protection.of(figures, List.of());
    assertThat(protection.audit().findings()).isEmpty();
    for (OtherSolver solver : OtherSolver.here()) {
      AttackProgramme attack = new AttackProgramme(protection.published());
      List<String> asked = new ArrayList<>();
      for (int cell = 0; cell < figures.layout().shown(); cell++) {
        if (policy.isSmall(figures.count(cell))) {
          attack.ask(cell, new int[0]);
          asked.add(figures.layout().name(cell));
        }
      }
      List<Double> widths = attack.widths(solver);
      for (int i = 0; i < widths.size(); i++) {
        assertThat(widths.get(i))
            .as("%s, release %d, %s", solver, seed, asked.get(i))
            .isGreaterThanOrEqualTo(policy.width() - 1e-6);
      }
    }
    assumeTrue(OtherSolver.areAllHere(), OtherSolver.NEEDED);
  }

  /**
   * An insider who is alone in a cell and knows it. Ten releases, since it takes a programme per
   * pair.
   */
  @ParameterizedTest
  @MethodSource("some")
  void nobodyInsideLearnsOfOthers(long seed) {
    Figures figures = Figures.count(records(seed));
    Policy policy = figures.layout().release().policy();
    Published published = Protection.of(figures, List.of()).published();
    for (OtherSolver solver : OtherSolver.here()) {
      for (int[] insider : Audit.insiders(figures, figure -> true)) {
        AttackProgramme attack = new AttackProgramme(published);
        for (int cell = 0; cell < figures.layout().shown(); cell++) {
          if (policy.isSmall(figures.count(cell))
              && java.util.Arrays.binarySearch(insider, cell) < 0) {
            attack.ask(cell, insider);
          }
        }
        assertThat(attack.widths(solver)).allMatch(width -> width >= policy.width() - 1e-6);
      }
    }
    assumeTrue(OtherSolver.areAllHere(), OtherSolver.NEEDED);
  }

  static LongStream some() {
    return LongStream.rangeClosed(34, 43);
  }
}
