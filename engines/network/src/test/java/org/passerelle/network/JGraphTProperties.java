package org.passerelle.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.passerelle.network.Progress.SILENT;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.scoring.BetweennessCentrality;
import org.jgrapht.alg.scoring.ClosenessCentrality;
import org.jgrapht.alg.scoring.ClusteringCoefficient;
import org.jgrapht.alg.scoring.Coreness;
import org.jgrapht.alg.scoring.PageRank;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.alg.shortestpath.YenKShortestPath;
import org.jgrapht.graph.AsWeightedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.passerelle.network.measure.Components;
import org.passerelle.network.measure.Cores;
import org.passerelle.network.measure.CutPoints;
import org.passerelle.network.measure.Geodesics;
import org.passerelle.network.measure.Path;
import org.passerelle.network.measure.Paths;
import org.passerelle.network.measure.Triangles;
import org.passerelle.network.measure.WeightedBetweenness;

/** Random graphs measured here and by JGraphT, an independent implementation. */
class JGraphTProperties {
  private static final double EQUAL = 1e-9;

  @Property(tries = 150)
  void betweennessIsTheSame(@ForAll long seed, @ForAll boolean directed) {
    Graph graph = RandomGraphs.of(seed, directed);
    double[] here = Geodesics.exact(graph, SILENT).betweenness();
    Map<Integer, Double> there =
        new BetweennessCentrality<>(RandomGraphs.there(graph), false).getScores();
    double n = graph.size();
    double pairs = (n - 1) * (n - 2) / (directed ? 1 : 2);
    for (int v = 0; v < n && n > 2; v++) {
      assertThat(here[v]).isCloseTo(there.getOrDefault(v, -1.0) / pairs, within(EQUAL));
    }
  }

  @Property(tries = 100)
  void betweennessByLengthIsTheSame(@ForAll long seed) {
    Graph graph = RandomGraphs.of(seed, false);
    org.jgrapht.Graph<Integer, DefaultEdge> other = RandomGraphs.there(graph);
    AsWeightedGraph<Integer, DefaultEdge> weighted =
        new AsWeightedGraph<>(
            other,
            e -> weight(graph, other.getEdgeSource(e), other.getEdgeTarget(e)),
            false,
            false);
    double[] here = WeightedBetweenness.of(graph, SILENT);
    Map<Integer, Double> there = new BetweennessCentrality<>(weighted, false).getScores();
    double n = graph.size();
    for (int v = 0; v < n && n > 2; v++) {
      assertThat(here[v] * (n - 1) * (n - 2) / 2)
          .isCloseTo(there.getOrDefault(v, -1.0), within(EQUAL));
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
  void closenessIsTheSameInOnePart(@ForAll long seed) {
    Graph graph = RandomGraphs.connected(seed);
    Geodesics here = Geodesics.exact(graph, SILENT);
    Map<Integer, Double> there = new ClosenessCentrality<>(RandomGraphs.there(graph)).getScores();
    for (int v = 0; v < graph.size(); v++) {
      assertThat(here.closeness()[v]).isCloseTo(there.getOrDefault(v, -1.0), within(EQUAL));
      assertThat(here.closenessWithin()[v]).isCloseTo(here.closeness()[v], within(EQUAL));
    }
  }

  @Property(tries = 100)
  void pageRankIsTheSame(@ForAll long seed, @ForAll boolean directed) {
    Graph graph = RandomGraphs.of(seed, directed);
    double[] here = org.passerelle.network.measure.PageRank.of(graph, SILENT);
    Map<Integer, Double> there =
        new PageRank<>(RandomGraphs.there(graph), 0.85, 5_000, 1e-13).getScores();
    for (int v = 0; v < graph.size(); v++) {
      assertThat(here[v]).isCloseTo(there.getOrDefault(v, -1.0), within(EQUAL));
    }
    assertThat(Arrays.stream(here).sum()).isCloseTo(1, within(EQUAL));
  }

  @Property(tries = 100)
  void coresAreTheSame(@ForAll long seed) {
    Graph graph = RandomGraphs.of(seed, false);
    int[] here = Cores.of(graph);
    Map<Integer, Integer> there = new Coreness<>(RandomGraphs.there(graph)).getScores();
    for (int v = 0; v < graph.size(); v++) {
      assertThat(here[v]).isEqualTo(there.getOrDefault(v, -1));
    }
  }

  @Property(tries = 100)
  void clusteringIsTheSame(@ForAll long seed) {
    Graph graph = RandomGraphs.of(seed, false);
    Triangles here = Triangles.of(graph, SILENT);
    ClusteringCoefficient<Integer, DefaultEdge> there =
        new ClusteringCoefficient<>(RandomGraphs.there(graph));
    for (int v = 0; v < graph.size(); v++) {
      double local = there.getScores().getOrDefault(v, -1.0);
      assertThat(here.local()[v]).isCloseTo(Double.isNaN(local) ? 0 : local, within(EQUAL));
    }
    double all = there.getGlobalClusteringCoefficient();
    if (Double.isNaN(here.transitivity())) {
      assertThat(Double.isNaN(all) || all == 0).isTrue();
    } else {
      assertThat(here.transitivity()).isCloseTo(all, within(EQUAL));
    }
  }

  @Property(tries = 150)
  void cutPointsAndBridgesAreTheSame(@ForAll long seed) {
    Graph graph = RandomGraphs.of(seed, false);
    CutPoints here = CutPoints.of(graph);
    org.jgrapht.Graph<Integer, DefaultEdge> other = RandomGraphs.there(graph);
    BiconnectivityInspector<Integer, DefaultEdge> there = new BiconnectivityInspector<>(other);
    for (int v = 0; v < graph.size(); v++) {
      assertThat(here.articulation()[v]).isEqualTo(there.getCutpoints().contains(v));
    }
    Set<Set<Integer>> bridges = new HashSet<>();
    for (DefaultEdge e : there.getBridges()) {
      bridges.add(Set.of(other.getEdgeSource(e), other.getEdgeTarget(e)));
    }
    Set<Set<Integer>> ours = new HashSet<>();
    here.bridges().forEach(b -> ours.add(Set.of(b[0], b[1])));
    assertThat(ours).isEqualTo(bridges);
  }

  @Property(tries = 100)
  void partsAreTheSame(@ForAll long seed) {
    Graph graph = RandomGraphs.of(seed, true);
    org.jgrapht.Graph<Integer, DefaultEdge> other = RandomGraphs.there(graph);
    assertThat(sets(Components.of(graph)))
        .isEqualTo(new HashSet<>(new ConnectivityInspector<>(other).connectedSets()));
    assertThat(sets(Components.strong(graph)))
        .isEqualTo(
            new HashSet<>(
                new KosarajuStrongConnectivityInspector<>(other).stronglyConnectedSets()));
  }

  private static Set<Set<Integer>> sets(Components parts) {
    Set<Set<Integer>> sets = new HashSet<>();
    for (int part = 0; part < parts.count(); part++) {
      Set<Integer> members = new HashSet<>();
      for (int v = 0; v < parts.of().length; v++) {
        if (parts.of()[v] == part) {
          members.add(v);
        }
      }
      assertThat(members).hasSize(parts.sizes()[part]);
      sets.add(members);
    }
    return sets;
  }

  @Property(tries = 100)
  void shortestPathsAreAsLong(@ForAll long seed, @ForAll boolean directed) {
    Graph graph = RandomGraphs.of(seed, directed);
    org.jgrapht.Graph<Integer, DefaultEdge> other = RandomGraphs.there(graph);
    int last = graph.size() - 1;
    Optional<Path> here = new Paths(graph, false).shortest(0, last);
    GraphPath<Integer, DefaultEdge> there = DijkstraShortestPath.findPathBetween(other, 0, last);
    assertThat(here.isPresent()).isEqualTo(there != null);
    here.ifPresent(path -> assertThat(path.length()).isEqualTo(there.getWeight()));
    List<Path> several = new Paths(graph, false).shortest(0, last, 8, SILENT);
    List<GraphPath<Integer, DefaultEdge>> theirs =
        there == null ? List.of() : new YenKShortestPath<>(other).getPaths(0, last, 8);
    assertThat(several.stream().map(Path::length).toList())
        .isEqualTo(theirs.stream().map(GraphPath::getWeight).toList());
    assertThat(several).doesNotHaveDuplicates();
    several.forEach(path -> assertThat(path.vertices()).doesNotHaveDuplicates());
  }
}
