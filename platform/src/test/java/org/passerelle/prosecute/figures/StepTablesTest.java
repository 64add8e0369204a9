package org.passerelle.prosecute.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Steps lie within each other: subtracting what is shown must give no small count back. */
class StepTablesTest {
  private static final int MOST = 14;
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  private static final StepTables.Kind KIND =
      new StepTables.Kind(
          "victims",
          List.of("charged", "convicted"),
          List.of(-1, 0),
          List.of("country", "form"),
          3);

  /**
   * Whoever knows the rule and reads every number writes down all tables that fit them, with the
   * totals that both tables share: each small count can still have four values in a row or more.
   */
  @Test
  void nothingShownNarrowsASmallCount() {
    Random random = new Random(20);
    int hidden = 0;
    int shown = 0;
    for (int round = 0; round < 60; round++) {
      List<Counted> counted = people(random);
      Course course = StepTables.of(KIND, counted);
      if (course.told() == Course.Told.SHOWN) {
        hidden += course.hides() ? 1 : 0;
        shown++;
        attack(course, counted);
      }
    }
    assertThat(shown).isGreaterThan(40);
    assertThat(hidden).as("the attack had something to find").isGreaterThan(20);
  }

  private static List<Counted> people(Random random) {
    List<Counted> counted = new ArrayList<>();
    for (String country : List.of("FR", "RS")) {
      for (String form : List.of("labour", "sexual")) {
        for (int step = 0; step < 2; step++) {
          int some = random.nextInt(3) == 0 ? random.nextInt(3) : random.nextInt(7);
          for (int i = 0; i < some; i++) {
            counted.add(one("i" + random.nextInt(9), country, form, step));
          }
        }
      }
    }
    return counted;
  }

  private static Counted one(String investigation, String country, String form, int step) {
    return new Counted(
        investigation,
        Map.of("country", country, "form", form),
        step,
        step == 0 ? Map.of(0, DAY) : Map.of(0, DAY, 1, DAY.plusDays(10)));
  }

  private static void attack(Course course, List<Counted> counted) {
    List<List<long[]>> fitting = new ArrayList<>();
    for (Course.Table table : course.tables()) {
      if (table.rows().size() != 2) {
        return;
      }
      fitting.add(fitting(table, course));
    }
    Set<List<Long>> both = totals(fitting.get(0));
    both.retainAll(totals(fitting.get(1)));
    assertThat(both).as("what is true fits").isNotEmpty();
    for (int t = 0; t < 2; t++) {
      List<long[]> possible =
          fitting.get(t).stream().filter(cells -> both.contains(total(cells))).toList();
      long[] truth = truth(course.tables().get(t), counted);
      for (int cell = 0; cell < 4; cell++) {
        if (truth[cell] > 0 && truth[cell] < 5) {
          int place = cell;
          Set<Long> values = new HashSet<>(possible.stream().map(cells -> cells[place]).toList());
          assertThat(values).as("%s cell %s", course, cell).hasSizeGreaterThanOrEqualTo(4);
        }
      }
    }
  }

  /** Cells by row and furthest step that fit a table and the numbers of all. */
  private static List<long[]> fitting(Course.Table table, Course course) {
    List<long[]> fitting = new ArrayList<>();
    List<long[]> one = row(table.rows().get(0));
    List<long[]> other = row(table.rows().get(1));
    for (long[] a : one) {
      for (long[] b : other) {
        long[] cells = {a[0], a[1], b[0], b[1]};
        if (fits(course.whole().reached(), a[0] + b[0], a[1] + b[1])) {
          fitting.add(cells);
        }
      }
    }
    return fitting;
  }

  private static List<long[]> row(Course.Row row) {
    List<long[]> fitting = new ArrayList<>();
    for (long stayed = 0; stayed <= MOST * 2; stayed++) {
      for (long went = 0; went <= MOST * 2; went++) {
        if (fits(row.reached(), stayed, went)) {
          fitting.add(new long[] {stayed, went});
        }
      }
    }
    return fitting;
  }

  private static boolean fits(List<Long> reached, long stayed, long went) {
    boolean all = reached.get(0) < 0 || reached.get(0) == stayed + went;
    return all && (reached.get(1) < 0 || reached.get(1) == went);
  }

  private static Set<List<Long>> totals(List<long[]> fitting) {
    return new HashSet<>(fitting.stream().map(StepTablesTest::total).toList());
  }

  private static List<Long> total(long[] cells) {
    return List.of(cells[0] + cells[2], cells[1] + cells[3]);
  }

  private static long[] truth(Course.Table table, List<Counted> counted) {
    long[] truth = new long[4];
    for (Counted one : counted) {
      int row = table.rows().get(0).code().equals(one.code(table.by())) ? 0 : 2;
      truth[row + one.step()]++;
    }
    return truth;
  }

  /** A country in which one investigation runs does not stand there, nor can it be subtracted. */
  @Test
  void oneInvestigationIsNoRow() {
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      counted.add(one("fr" + i % 4, "FR", "labour", 0));
      counted.add(one("rs" + i % 3, "RS", "labour", 0));
      counted.add(one("hr", "HR", "sexual", 0));
    }
    Course course = StepTables.of(KIND, counted);
    assertThat(codes(course, "country")).containsExactlyInAnyOrder("FR", Course.POOLED);
    assertThat(codes(course, "form")).containsExactly(Course.POOLED);
    assertThat(course.whole().reached()).containsExactly(120L, 0L);
    List<Counted> two = counted.stream().filter(c -> !c.investigation().startsWith("rs")).toList();
    assertThat(codes(StepTables.of(KIND, two), "country")).containsExactly(Course.POOLED);
    List<Counted> one = counted.stream().filter(c -> c.investigation().equals("hr")).toList();
    assertThat(StepTables.of(KIND, one).told()).isEqualTo(Course.Told.FEW);
    assertThat(StepTables.of(KIND, List.of()).told()).isEqualTo(Course.Told.NOBODY);
  }

  private static List<String> codes(Course course, String by) {
    return course.tables().stream()
        .filter(table -> table.by().equals(by))
        .flatMap(table -> table.rows().stream())
        .map(Course.Row::code)
        .toList();
  }

  /** The middle of at least five, and never of a count that is withheld. */
  @Test
  void aMedianIsToldFromFiveOn() {
    Map<Integer, List<Long>> told = new HashMap<>();
    for (int some : List.of(4, 5, 9)) {
      List<Counted> counted = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        counted.add(one("i" + i % 5, "FR", "labour", 0));
      }
      for (int i = 0; i < some; i++) {
        counted.add(
            new Counted(
                "i" + i % 5,
                Map.of("country", "FR", "form", "labour"),
                1,
                Map.of(0, DAY, 1, DAY.plusDays(i * 10L))));
      }
      told.put(some, StepTables.of(KIND, counted).whole().days());
    }
    assertThat(told.get(4)).containsExactly(-1L, -1L);
    assertThat(told.get(5)).containsExactly(-1L, 20L);
    assertThat(told.get(9)).containsExactly(-1L, 40L);
  }
}
