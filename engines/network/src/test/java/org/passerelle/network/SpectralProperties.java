package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.Progress.SILENT;

import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jgrapht.GraphTests;
import org.jgrapht.alg.scoring.ClosenessCentrality;
import org.jgrapht.alg.scoring.EigenvectorCentrality;
import org.jgrapht.alg.scoring.KatzCentrality;
import org.jgrapht.graph.AsWeightedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.passerelle.network.measure.Degrees;
import org.passerelle.network.measure.Eigenvector;
import org.passerelle.network.measure.Hits;
import org.passerelle.network.measure.Katz;
import org.passerelle.network.measure.WeightedCloseness;

/** Eigenvector, Katz, HITS and measures by weight: by definition, by JGraphT and by NetworkX. */
class SpectralProperties {
  private static final double EQUAL = 1e-9;

  private static Graph graph(boolean directed, int... ends) {
    GraphBuilder builder =
        new GraphBuilder(Arrays.stream(ends).max().orElse(0) + 1, ends.length / 2);
    for (int i = 0; i < ends.length; i += 2) {
      builder.add(ends[i], ends[i + 1], 1);
    }
    return builder.build(directed, GraphBuilder.Parallel.SUM);
  }

  private static double sum(Graph rows, int v, double[] of) {
    double sum = 0;
    for (int at = rows.begin(v); at < rows.end(v); at++) {
      sum += of[rows.neighbour(at)];
    }
    return sum;
  }

  @Property(tries = 150)
  void anEigenvectorIsProportionalToTheSumOfItsNeighbours(
      @ForAll long seed, @ForAll boolean directed) {
    Graph graph = RandomGraphs.of(seed, directed);
    double[] x = Eigenvector.of(graph, SILENT);
    if (Double.isNaN(x[0])) {
      assertThat(directed || graph.ties() == 0).isTrue();
      return;
    }
    assertThat(Arrays.stream(x).map(v -> v * v).sum()).isCloseTo(1, within(EQUAL));
    Graph incoming = graph.reversed();
    double value = 0;
    for (int v = 0; v < x.length; v++) {
      value += x[v] * sum(incoming, v, x);
    }
    for (int v = 0; v < x.length; v++) {
      assertThat(x[v]).isNotNegative();
      assertThat(sum(incoming, v, x)).isCloseTo(value * x[v], within(1e-7));
    }
  }

  @Property(tries = 100)
  void anEigenvectorIsThatOfJGraphT(@ForAll long seed) {
    Graph graph = RandomGraphs.connected(seed);
    org.jgrapht.Graph<Integer, DefaultEdge> other = RandomGraphs.there(graph);
    if (GraphTests.isBipartite(other)) {
      // the sweeps there swing
      return;
    }
    double[] here = Eigenvector.of(graph, SILENT);
    Map<Integer, Double> there = new EigenvectorCentrality<>(other, 100_000, 1e-13).getScores();
    double length = Math.sqrt(there.values().stream().mapToDouble(s -> s * s).sum());
    for (int v = 0; v < graph.size(); v++) {
      assertThat(here[v]).isCloseTo(there.getOrDefault(v, -1.0) / length, within(1e-6));
    }
  }

  @Property(tries = 150)
  void katzIsThatOfJGraphT(@ForAll long seed, @ForAll boolean directed) {
    Graph graph = RandomGraphs.of(seed, directed);
    Katz here = Katz.of(graph, SILENT);
    assertThat(here.alpha()).isBetween(1e-3, 0.5);
    Map<Integer, Double> there =
        new KatzCentrality<>(RandomGraphs.there(graph), here.alpha(), 100_000, 1e-13).getScores();
    double length = Math.sqrt(there.values().stream().mapToDouble(s -> s * s).sum());
    for (int v = 0; v < graph.size(); v++) {
      assertThat(here.values()[v]).isCloseTo(there.getOrDefault(v, -1.0) / length, within(EQUAL));
    }
  }

  @Property(tries = 150)
  void hubsLeadToAuthorities(@ForAll long seed) {
    Graph graph = RandomGraphs.of(seed, true);
    Hits hits = Hits.of(graph, SILENT);
    if (Double.isNaN(hits.hubs()[0])) {
      return;
    }
    double[] hubs = new double[graph.size()];
    double[] authorities = new double[graph.size()];
    for (int v = 0; v < graph.size(); v++) {
      hubs[v] = sum(graph, v, hits.authorities());
      authorities[v] = sum(graph.reversed(), v, hits.hubs());
    }
    double ofHubs = Arrays.stream(hubs).sum();
    double ofAuthorities = Arrays.stream(authorities).sum();
    for (int v = 0; v < graph.size(); v++) {
      assertThat(hits.hubs()[v]).isCloseTo(hubs[v] / ofHubs, within(1e-7));
      assertThat(hits.authorities()[v]).isCloseTo(authorities[v] / ofAuthorities, within(1e-7));
    }
  }

  @Property(tries = 100)
  void closenessByWeightIsThatOfJGraphTInOnePart(@ForAll long seed) {
    Graph graph = RandomGraphs.connected(seed);
    org.jgrapht.Graph<Integer, DefaultEdge> other = RandomGraphs.there(graph);
    AsWeightedGraph<Integer, DefaultEdge> lengths =
        new AsWeightedGraph<>(
            other,
            e -> 1 / weight(graph, other.getEdgeSource(e), other.getEdgeTarget(e)),
            false,
            false);
    double[] here = WeightedCloseness.of(graph, graph.size(), 1, SILENT);
    Map<Integer, Double> there = new ClosenessCentrality<>(lengths).getScores();
    for (int v = 0; v < graph.size(); v++) {
      assertThat(here[v]).isCloseTo(there.getOrDefault(v, -1.0), within(EQUAL));
    }
  }

  private static double weight(Graph graph, int v, int w) {
    for (int at = graph.begin(v); at < graph.end(v); at++) {
      if (graph.neighbour(at) == w) {
        return graph.weight(at);
      }
    }
    return Double.NaN;
  }

  @Property(tries = 100)
  void weightsAddUp(@ForAll long seed, @ForAll boolean directed) {
    Graph graph = RandomGraphs.of(seed, directed);
    double all = 0;
    for (int at = 0; at < graph.places(); at++) {
      all += graph.weight(at);
    }
    assertThat(Arrays.stream(Degrees.strength(graph)).sum()).isCloseTo(all, within(EQUAL));
    assertThat(Arrays.stream(Degrees.strengthIn(graph)).sum()).isCloseTo(all, within(EQUAL));
  }

  @Example
  void whereThereIsNoneNothingIsSaid() {
    assertThat(Eigenvector.of(graph(true, 0, 1, 1, 2), SILENT)).containsOnly(Double.NaN);
    assertThat(
            Hits.of(new GraphBuilder(2, 0).build(true, GraphBuilder.Parallel.SUM), SILENT).hubs())
        .containsOnly(Double.NaN);
    assertThat(Katz.of(graph(true, 0, 1), SILENT).alpha()).isEqualTo(0.5);
  }

  /** A tie without weight leads nowhere, and one part is not close to another. */
  @Example
  void strongTiesAreShort() {
    GraphBuilder ties = new GraphBuilder(5, 4);
    ties.add(0, 1, 4);
    ties.add(1, 2, 2);
    ties.add(0, 2, 0.5);
    ties.add(3, 4, 0);
    double[] closeness =
        WeightedCloseness.of(ties.build(false, GraphBuilder.Parallel.SUM), 5, 1, SILENT);
    // 0 to 2 is shorter by 1: a quarter and a half
    assertThat(closeness[0]).isCloseTo(2 / (0.25 + 0.75) * 2 / 4, within(EQUAL));
    assertThat(closeness[3]).isZero();
  }

  /** Krackhardt's kite, and the graph of NetworkX's own test of HITS. */
  @Example
  void theyAreThoseOfNetworkX() {
    Graph kite =
        graph(
            false, 0, 1, 0, 2, 0, 3, 0, 5, 1, 3, 1, 4, 1, 6, 2, 3, 2, 5, 3, 4, 3, 5, 3, 6, 4, 6, 5,
            6, 5, 7, 6, 7, 7, 8, 8, 9);
    close(
        Eigenvector.of(kite, SILENT),
        0.352209397,
        0.352209397,
        0.285834991,
        0.481020858,
        0.285834991,
        0.397690636,
        0.397690636,
        0.195860583,
        0.048073485,
        0.011163255);
    assertThat(Katz.of(kite, SILENT).alpha()).isCloseTo(0.85 / 4.306403795, within(1e-3));
    Hits hits = Hits.of(graph(true, 0, 2, 0, 4, 1, 0, 2, 4, 4, 3, 4, 2, 5, 4), SILENT);
    close(hits.hubs(), 0.366025404, 0, 0.211324865, 0, 0.211324865, 0.211324865);
    close(hits.authorities(), 0, 0, 0.366025404, 0.133974596, 0.5, 0);
  }

  private static void close(double[] here, double... there) {
    assertThat(here).hasSameSizeAs(there);
    for (int v = 0; v < here.length; v++) {
      assertThat(here[v]).isCloseTo(there[v], within(1e-8));
    }
  }
}
