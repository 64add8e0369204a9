package org.passerelle.network.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.Progress.SILENT;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.passerelle.network.Graph;
import org.passerelle.network.GraphBuilder;

/** Greedy search with exchanges, compared with the best of all sets. */
class KeyPlayerSearchTest {
  private static Graph tree(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    GraphBuilder builder = new GraphBuilder(40, 60);
    for (int v = 1; v < 40; v++) {
      builder.add(v, random.nextInt(v), 1);
    }
    for (int i = random.nextInt(20); i > 0; i--) {
      builder.add(random.nextInt(40), random.nextInt(40), 1);
    }
    return builder.build(false, GraphBuilder.Parallel.SUM);
  }

  @Test
  void exchangesNearlyAlwaysReachTheBestSet() {
    int best = 0;
    for (long seed = 1; seed <= 40; seed++) {
      Graph graph = tree(seed);
      double exact = new NegativeSearch(graph, 4, SILENT).exhaustive().value();
      KeyPlayers greedy = new NegativeSearch(graph, 4, SILENT).greedy(seed);
      assertThat(greedy.value()).isBetween(0.97 * exact, exact + 1e-12);
      assertThat(KeyPlayers.fragmentation(graph, greedy.players()))
          .isCloseTo(greedy.value(), within(1e-12));
      best += greedy.value() > exact - 1e-12 ? 1 : 0;
    }
    assertThat(best).isGreaterThanOrEqualTo(36);
  }

  @Test
  void reachByExchangesIsNearTheBestSet() {
    for (long seed = 1; seed <= 20; seed++) {
      Graph graph = tree(seed);
      double exact = new PositiveSearch(graph, 3, SILENT).exhaustive().value();
      KeyPlayers greedy = new PositiveSearch(graph, 3, SILENT).greedy();
      assertThat(greedy.value()).isBetween(0.97 * exact, exact + 1e-12);
      assertThat(greedy.players()).hasSize(3).doesNotHaveDuplicates().isSorted();
    }
  }
}
