package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.Progress.SILENT;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.passerelle.network.measure.Brokerage;
import org.passerelle.network.measure.Components;
import org.passerelle.network.measure.Constraint;
import org.passerelle.network.measure.CorePeriphery;
import org.passerelle.network.measure.Geodesics;
import org.passerelle.network.measure.Groups;
import org.passerelle.network.measure.KeyPlayers;
import org.passerelle.network.measure.Modularity;

/** Measures that JGraphT lacks, compared with a direct implementation of their definitions. */
class DefinitionProperties {
  private static final double EQUAL = 1e-9;

  @Property(tries = 100)
  void constraintIsBurtsFormula(@ForAll long seed, @ForAll boolean directed) {
    Graph graph = RandomGraphs.of(seed, directed);
    int n = graph.size();
    double[][] p = new double[n][n];
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        p[i][j] = tie(graph, i, j) + tie(graph, j, i);
        sum += p[i][j];
      }
      for (int j = 0; j < n && sum > 0; j++) {
        p[i][j] /= sum;
      }
    }
    double[] here = Constraint.of(graph, SILENT);
    for (int i = 0; i < n; i++) {
      double constraint = 0;
      boolean any = false;
      for (int j = 0; j < n; j++) {
        if (i != j && p[i][j] > 0) {
          double of = p[i][j];
          for (int q = 0; q < n; q++) {
            of += q != i && q != j ? p[i][q] * p[q][j] : 0;
          }
          constraint += of * of;
          any = true;
        }
      }
      assertThat(here[i]).isCloseTo(any ? constraint : Double.NaN, within(EQUAL));
    }
  }

  private static double tie(Graph graph, int i, int j) {
    return graph.contains(i, j) ? 1 : 0;
  }

  @Property(tries = 60)
  void brokerageCountsEveryTriple(@ForAll long seed, @ForAll boolean directed) {
    Graph graph = RandomGraphs.of(seed, directed);
    int n = graph.size();
    int[] group = groups(seed, n);
    int[][] there = new int[5][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        for (int c = 0; c < n; c++) {
          boolean brokered =
              a != c && graph.contains(a, b) && graph.contains(b, c) && !graph.contains(a, c);
          if (brokered) {
            boolean ab = group[a] == group[b];
            boolean bc = group[b] == group[c];
            int role = ab && bc ? 0 : ab ? 2 : bc ? 3 : group[a] == group[c] ? 1 : 4;
            there[role][b]++;
          }
        }
      }
    }
    Brokerage here = Brokerage.of(graph, group, SILENT);
    for (int role = 0; role < 5; role++) {
      assertThat(here.counts().get(role)).isEqualTo(there[role]);
    }
  }

  private static int[] groups(long seed, int n) {
    SplittableRandom random = new SplittableRandom(seed + 1);
    return random.ints(n, 0, 3).toArray();
  }

  @Property(tries = 40)
  void keyPlayersAreTheBestOfAllSets(@ForAll long seed) {
    Graph graph = RandomGraphs.of(seed, false);
    int n = graph.size();
    for (int k = 1; k <= Math.min(3, n - 1); k++) {
      KeyPlayers here = KeyPlayers.negative(graph, k, seed, SILENT);
      double best = best(graph, new int[k], 0, 0);
      assertThat(here.exhaustive()).isTrue();
      assertThat(here.value()).isCloseTo(best, within(EQUAL));
      assertThat(fragmentation(graph, here.players())).isCloseTo(best, within(EQUAL));
      assertThat(KeyPlayers.fragmentation(graph, here.players())).isCloseTo(best, within(EQUAL));
    }
  }

  private static double best(Graph graph, int[] chosen, int depth, int from) {
    if (depth == chosen.length) {
      return fragmentation(graph, chosen);
    }
    double best = -1;
    for (int v = from; v < graph.size(); v++) {
      chosen[depth] = v;
      best = Math.max(best, best(graph, chosen, depth + 1, v + 1));
    }
    return best;
  }

  private static double fragmentation(Graph graph, int[] removed) {
    boolean[] gone = new boolean[graph.size()];
    Arrays.stream(removed).forEach(v -> gone[v] = true);
    Graph left = graph.without(gone);
    double pairs = 0;
    for (int size : Components.of(left).sizes()) {
      pairs += size * (size - 1.0);
    }
    return left.size() < 2 ? 1 : 1 - pairs / (left.size() * (left.size() - 1.0));
  }

  @Property(tries = 40)
  void theCoreHasTheFewestErrors(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 2 + random.nextInt(8);
    GraphBuilder builder = new GraphBuilder(n, 2 * n);
    for (int i = random.nextInt(2 * n); i > 0; i--) {
      builder.add(random.nextInt(n), random.nextInt(n), 1);
    }
    Graph graph = builder.build(false, GraphBuilder.Parallel.SUM);
    long fewest = Long.MAX_VALUE;
    for (int set = 0; set < 1 << n; set++) {
      long errors = 0;
      for (int v = 0; v < n; v++) {
        for (int w = v + 1; w < n; w++) {
          boolean tied = graph.contains(v, w);
          boolean inV = (set >> v & 1) == 1;
          boolean inW = (set >> w & 1) == 1;
          errors += (inV && inW && !tied) || (!inV && !inW && tied) ? 1 : 0;
        }
      }
      fewest = Math.min(fewest, errors);
    }
    assertThat(CorePeriphery.of(graph).errors()).isEqualTo(fewest);
  }

  @Property(tries = 60)
  void modularityIsTheSumOverPairsAndLeidenFindsAtLeastTheParts(@ForAll long seed) {
    Graph graph = RandomGraphs.of(seed, false);
    if (graph.ties() == 0) {
      return;
    }
    int n = graph.size();
    int[] group = groups(seed, n);
    double m2 = graph.places();
    double sum = 0;
    for (int v = 0; v < n; v++) {
      for (int w = 0; w < n; w++) {
        sum +=
            group[v] == group[w]
                ? tie(graph, v, w) - (double) graph.outDegree(v) * graph.outDegree(w) / m2
                : 0;
      }
    }
    assertThat(Modularity.of(graph, group, 1)).isCloseTo(sum / m2, within(EQUAL));
    Groups found = Groups.of(graph, 1, 5, seed, SILENT);
    assertThat(found.modularity())
        .isGreaterThanOrEqualTo(Modularity.of(graph, Components.of(graph).of(), 1) - EQUAL);
    assertThat(found.sizes()[0]).isEqualTo(Arrays.stream(found.sizes()).max().orElse(0));
  }

  @Property(tries = 40)
  void aSampleOfAllSourcesIsExactAndTheSameSeedTheSameAnswer(@ForAll long seed) {
    Graph graph = RandomGraphs.of(seed, false);
    assertThat(Geodesics.sampled(graph, graph.size(), seed, SILENT).betweenness())
        .isEqualTo(Geodesics.exact(graph, SILENT).betweenness());
    Geodesics once = Geodesics.sampled(graph, 1, seed, SILENT);
    assertThat(Geodesics.sampled(graph, 1, seed, SILENT).betweenness())
        .isEqualTo(once.betweenness());
    assertThat(once.isExact()).isEqualTo(graph.size() == 1);
  }
}
