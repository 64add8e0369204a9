package org.passerelle.network;

import java.util.SplittableRandom;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.graph.SimpleGraph;

/** Random graphs in our representation and JGraphT's. */
final class RandomGraphs {
  private RandomGraphs() {}

  /** Sparse or dense, with parallel ties and loops in the input. */
  static Graph of(long seed, boolean directed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 2 + random.nextInt(28);
    int ties = random.nextInt(3 * n);
    GraphBuilder builder = new GraphBuilder(n, ties);
    for (int i = 0; i < ties; i++) {
      builder.add(random.nextInt(n), random.nextInt(n), 1 + random.nextInt(5));
    }
    return builder.build(directed, GraphBuilder.Parallel.SUM);
  }

  /** The same graph made connected: every vertex also has a tie to an earlier one. */
  static Graph connected(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 3 + random.nextInt(27);
    GraphBuilder builder = new GraphBuilder(n, 3 * n);
    for (int v = 1; v < n; v++) {
      builder.add(v, random.nextInt(v), 1);
    }
    for (int i = random.nextInt(2 * n); i > 0; i--) {
      builder.add(random.nextInt(n), random.nextInt(n), 1);
    }
    return builder.build(false, GraphBuilder.Parallel.SUM);
  }

  static org.jgrapht.Graph<Integer, DefaultEdge> there(Graph graph) {
    org.jgrapht.Graph<Integer, DefaultEdge> other =
        graph.directed()
            ? new SimpleDirectedGraph<>(DefaultEdge.class)
            : new SimpleGraph<>(DefaultEdge.class);
    for (int v = 0; v < graph.size(); v++) {
      other.addVertex(v);
    }
    for (int v = 0; v < graph.size(); v++) {
      for (int at = graph.begin(v); at < graph.end(v); at++) {
        if (graph.directed() || v < graph.neighbour(at)) {
          other.addEdge(v, graph.neighbour(at));
        }
      }
    }
    return other;
  }
}
