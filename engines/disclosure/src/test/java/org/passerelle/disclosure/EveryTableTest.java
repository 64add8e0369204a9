package org.passerelle.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Enumerates every two-by-three table that fits the published figures, without a solver. */
class EveryTableTest {
  private static final int MOST = 12;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void everySmallCellKeepsItsWidth(long seed) {
    keepsItsWidth(seed);
  }

  @ParameterizedTest
  @Tag("long")
  @ValueSource(longs = {3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void everySmallCellOfTenMoreKeepsItsWidth(long seed) {
    keepsItsWidth(seed);
  }

  private static void keepsItsWidth(long seed) {
    Figures figures =
        Figures.count(
            new Invented()
                .flat("a", 2)
                .flat("b", 3)
                .table("a", "b")
                .policy(new Policy(Policy.Method.SUPPRESSION, 3, 2, true, true, 5))
                .records(8 + (int) seed / 2, seed));
    Published published = Protection.of(figures, List.of()).published();
    List<int[]> attackers =
        new ArrayList<>(Audit.insiders(figures, f -> published.mark(f) == Published.Mark.HIDDEN));
    attackers.add(new int[0]);
    Layout layout = figures.layout();
    long[][] least = new long[attackers.size()][layout.size()];
    long[][] most = new long[attackers.size()][layout.size()];
    for (int k = 0; k < attackers.size(); k++) {
      java.util.Arrays.fill(least[k], Long.MAX_VALUE / 2);
    }
    assertThat(figures.count(0)).isLessThanOrEqualTo(MOST + 2);
    int[] cells = new int[6];
    for (long number = 0; number < Math.pow(MOST + 1, 6); number++) {
      long left = number;
      for (int i = 0; i < 6; i++) {
        cells[i] = (int) (left % (MOST + 1));
        left /= MOST + 1;
      }
      long[] values = new long[layout.size()];
      boolean fits = true;
      for (int f = 0; f < values.length && fits; f++) {
        values[f] = sum(cells, layout.node(f, 0), layout.node(f, 1));
        fits = values[f] >= published.low(f) && values[f] <= published.high(f);
      }
      for (int k = 0; k < attackers.size() && fits; k++) {
        boolean possible = true;
        for (int known : attackers.get(k)) {
          possible &= values[known] == 1;
        }
        for (int f = 0; f < values.length && possible; f++) {
          least[k][f] = Math.min(least[k][f], values[f]);
          most[k][f] = Math.max(most[k][f], values[f]);
        }
      }
    }
    for (int k = 0; k < attackers.size(); k++) {
      for (int f = 0; f < layout.size(); f++) {
        int cell = f;
        boolean own = java.util.Arrays.stream(attackers.get(k)).anyMatch(known -> known == cell);
        if (figures.count(f) > 0 && figures.count(f) < 3 && !own) {
          assertThat(most[k][f] - least[k][f])
              .as("%s for attacker %d", layout.name(f), k)
              .isGreaterThanOrEqualTo(2);
        }
      }
    }
  }

  /** Node 0 is the total, 1 to 3 are the categories. */
  private static long sum(int[] cells, int a, int b) {
    long sum = 0;
    for (int i = 0; i < 6; i++) {
      if ((a == 0 || a == 1 + i / 3) && (b == 0 || b == 1 + i % 3)) {
        sum += cells[i];
      }
    }
    return sum;
  }
}
