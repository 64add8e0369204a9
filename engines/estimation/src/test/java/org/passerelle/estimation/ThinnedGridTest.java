package org.passerelle.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.passerelle.estimation.internal.GraphPosterior;
import org.passerelle.estimation.internal.Graphs;

/** The influence of the prior is computed on a thinner grid, which moves no limit. */
class ThinnedGridTest {
  /** Largest difference from the posterior over every integer, as a share of the number; or one. */
  private static final double MOST = 0.005;

  @ParameterizedTest
  @CsvSource({
    "12, 9, 3, 4, 1, 2, 1", "130, 88, 12, 61, 7, 4, 2", "700, 610, 55, 480, 31, 28, 6",
    "40, 5, 0, 5, 0, 1, 0", "25, 31, 30, 22, 28, 27, 60", "3000, 150, 8, 20, 2, 1, 1"
  })
  void quantilesAreThoseOfEveryInteger(
      double one, double two, double both, double three, double a, double b, double all) {
    double[] counts = {0, one, two, both, three, a, b, all};
    long end = 30 * (long) (one + two + both + three + a + b + all);
    for (double delta : new double[] {1.0 / 16, 1.0 / 8, 0.5, 1}) {
      GraphPosterior every = posterior(counts, delta, LongStream.rangeClosed(1, end).toArray());
      GraphPosterior thinned =
          posterior(counts, delta, GraphAveraging.thinned(end, GraphAveraging.STEP));
      for (double level : new double[] {0.025, 0.5, 0.975}) {
        double expected = every.quantile(level);
        assertThat(thinned.quantile(level))
            .as("quantile %s with delta %s", level, delta)
            .isCloseTo(expected, within(Math.max(1, MOST * expected)));
      }
      assertThat(thinned.mean()).isCloseTo(every.mean(), within(MOST * every.mean()));
    }
  }

  /** With equally spaced points the first after none would be tens of people away. */
  @ParameterizedTest
  @CsvSource({"90000, 7, 2000, 100", "3000000, 7, 2000, 50", "30000000, 6, 300000, 10000"})
  void fewUnseenAreToldFromNoneHoweverManyWereSeen(long end, int lists, int most, int every) {
    long[] grid = GraphAveraging.grid(end, lists);
    assertThat(grid).hasSizeLessThanOrEqualTo(most).hasSizeGreaterThan(most / 2).isSorted();
    assertThat(grid).startsWith(LongStream.rangeClosed(1, every).toArray()).endsWith(end);
  }

  private static GraphPosterior posterior(double[] counts, double delta, long[] grid) {
    return GraphPosterior.of(counts, 3, delta, grid, Graphs.decomposable(3), 1);
  }
}
