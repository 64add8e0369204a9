package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.passerelle.disclosure.internal.Attack;
import org.passerelle.disclosure.internal.Geometry;
import org.passerelle.disclosure.internal.Hiding;
import org.passerelle.disclosure.internal.Insiders;
import org.passerelle.disclosure.internal.Task;

/**
 * Cases in which other programs revealed cells, rebuilt from their descriptions in the issue
 * tracker of sdcTools/UserSupport.
 */
class KnownCasesTest {

  /** Issue 135: three singletons in a two-by-five table, of which only two were considered. */
  @Test
  void threeSingletons() {
    int[][] counts = {{1, 1, 7, 1, 0}, {1, 0, 0, 2, 8}};
    Invented invented =
        new Invented()
            .flat("a", 2)
            .flat("b", 5)
            .table("a", "b")
            .policy(new Policy(Policy.Method.SUPPRESSION, 3, 2, true, true, 5));
    List<List<String>> rows = new ArrayList<>();
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 5; b++) {
        for (int person = 0; person < counts[a][b]; person++) {
          rows.add(List.of("a" + a, "b" + b));
        }
      }
    }
    Figures figures = Figures.count(Records.of(invented.release("issue-135"), rows));
    Protection protection = Protection.of(figures, List.of());
    assertThat(protection.audit().findings()).isEmpty();
    assertThat(protection.audit().insiders()).isGreaterThanOrEqualTo(3);
  }

  /** Issue 136: regions grouped in two ways; protecting each separately revealed cells. */
  @Test
  void twoGroupingsOfTheSameRegions() {
    // total, county 1 and 2, big and small, then A B I J K L M N
    long[] counts = {36, 20, 16, 6, 30, 2, 2, 8, 8, 3, 3, 3, 7};
    List<int[]> sums =
        List.of(
            new int[] {0, 1, 2},
            new int[] {0, 3, 4},
            new int[] {1, 5, 6, 7, 8},
            new int[] {2, 9, 10, 11, 12},
            new int[] {3, 10, 11},
            new int[] {4, 5, 6, 7, 8, 9, 12});
    boolean[] small = new boolean[counts.length];
    long[] width = new long[counts.length];
    for (int cell = 0; cell < counts.length; cell++) {
      small[cell] = counts[cell] <= 3;
      width[cell] = small[cell] ? 2 : 0;
    }
    long[] low = new long[counts.length];
    int[] cost = new int[counts.length];
    Arrays.fill(low, 1);
    Arrays.fill(cost, 10_000);
    Task task =
        new Task(
            counts,
            low,
            small,
            new boolean[counts.length],
            cost,
            sums,
            width,
            new long[counts.length],
            new Insiders(counts.length, List.of()),
            new NoPlaces());
    Attack naive = new Attack(task.published(small), counts, null);
    assertThat(
            IntStream.range(0, counts.length)
                .filter(cell -> small[cell] && naive.interval(cell).width() == 0))
        .isNotEmpty();
    Hiding.Pattern pattern = Hiding.of(task);
    assertThat(pattern.unmet()).isEmpty();
    Attack attack = new Attack(task.published(pattern.hidden()), counts, null);
    for (int cell = 0; cell < counts.length; cell++) {
      if (small[cell]) {
        assertThat(attack.leaves(cell, 2, new int[0])).as("cell %d", cell).isTrue();
      }
    }
  }

  /** A pattern that is refused anyway is not widened: in a large task that takes minutes. */
  @Test
  void whatCannotBeProtectedIsNotWidened() {
    int size = 1_600;
    long[] counts = new long[size];
    Arrays.fill(counts, 2);
    counts[0] = 4;
    boolean[] must = new boolean[size];
    Arrays.fill(must, true);
    boolean[] fixed = new boolean[size];
    for (int shown : new int[] {0, 2}) {
      must[shown] = false;
      fixed[shown] = true;
    }
    long[] width = new long[size];
    width[1] = 2;
    int[] cost = new int[size];
    Arrays.fill(cost, 10_000);
    Task task =
        new Task(
            counts,
            new long[size],
            must,
            fixed,
            cost,
            List.of(new int[] {0, 1, 2}),
            width,
            new long[size],
            new Insiders(size, List.of()),
            new NoPlaces());
    Hiding.Pattern pattern = Hiding.of(task);
    assertThat(pattern.unmet()).containsExactly(1);
    assertThat(pattern.deviations()).isEmpty();
  }

  /** Cells without positions. */
  private static final class NoPlaces implements Geometry {
    @Override
    public int variables() {
      return 0;
    }

    @Override
    public int mostDimensions() {
      return 0;
    }

    @Override
    public int node(int cell, int variable) {
      return 0;
    }

    @Override
    public int cell(int[] nodes) {
      return -1;
    }

    @Override
    public int[] followers(int cell) {
      return new int[0];
    }

    @Override
    public int parent(int variable, int node) {
      return -1;
    }

    @Override
    public int[] leaves(int variable) {
      return new int[0];
    }
  }
}
