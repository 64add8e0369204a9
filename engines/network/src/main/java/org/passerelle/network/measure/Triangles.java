package org.passerelle.network.measure;

import java.util.Arrays;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/**
 * Triangles and derived measures (Watts and Strogatz 1998; Newman 2003). Each is found once, from
 * its vertex of least degree (Latapy 2008): {@code O(m^1.5)}. Ignores direction.
 *
 * @param through number of triangles containing each vertex
 * @param total number of triangles
 * @param transitivity three times the triangles divided by the number of paths of two ties; NaN
 *     without such a path
 * @param local local clustering: ties between a vertex's neighbours divided by the possible number;
 *     0 with fewer than two neighbours
 * @param averageLocal mean over all vertices; NaN in an empty graph
 */
public record Triangles(
    int[] through, long total, double transitivity, double[] local, double averageLocal) {

  /** Counts them. */
  public static Triangles of(Graph graph, Progress progress) {
    Graph both = graph.undirected();
    int[] through = new int[both.size()];
    boolean[] marked = new boolean[both.size()];
    for (int v = 0; v < both.size(); v++) {
      if ((v & 1023) == 0) {
        progress.on("triangles", v, both.size());
      }
      fromLeast(both, v, marked, through);
    }
    return measured(both, through);
  }

  /** Triangles in which a vertex is the first by degree, then by number. */
  private static void fromLeast(Graph graph, int v, boolean[] marked, int[] through) {
    for (int at = graph.begin(v); at < graph.end(v); at++) {
      marked[graph.neighbour(at)] = before(graph, v, graph.neighbour(at));
    }
    for (int at = graph.begin(v); at < graph.end(v); at++) {
      int w = graph.neighbour(at);
      if (!marked[w]) {
        continue;
      }
      for (int further = graph.begin(w); further < graph.end(w); further++) {
        int u = graph.neighbour(further);
        if (marked[u] && before(graph, w, u)) {
          through[v]++;
          through[w]++;
          through[u]++;
        }
      }
    }
    for (int at = graph.begin(v); at < graph.end(v); at++) {
      marked[graph.neighbour(at)] = false;
    }
  }

  private static boolean before(Graph graph, int v, int w) {
    int dv = graph.outDegree(v);
    int dw = graph.outDegree(w);
    return dv != dw ? dv < dw : v < w;
  }

  private static Triangles measured(Graph graph, int[] through) {
    double[] local = new double[graph.size()];
    double paths = 0;
    long corners = 0;
    for (int v = 0; v < graph.size(); v++) {
      double d = graph.outDegree(v);
      double here = d * (d - 1) / 2;
      paths += here;
      corners += through[v];
      local[v] = here == 0 ? 0 : through[v] / here;
    }
    return new Triangles(
        through,
        corners / 3,
        paths == 0 ? Double.NaN : corners / paths,
        local,
        Arrays.stream(local).average().orElse(Double.NaN));
  }
}
