package org.passerelle.network.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.passerelle.network.Graph;

/**
 * Connected components. Linear in vertices and ties.
 *
 * @param of component of each vertex; 0 is the largest, ties broken by first appearance
 * @param sizes number of vertices in each component
 */
public record Components(int[] of, int[] sizes) {
  /** Weakly connected components, ignoring direction. */
  public static Components of(Graph graph) {
    Graph both = graph.undirected();
    int[] part = new int[both.size()];
    Arrays.fill(part, -1);
    int[] queue = new int[both.size()];
    int parts = 0;
    for (int start = 0; start < both.size(); start++) {
      if (part[start] >= 0) {
        continue;
      }
      int head = 0;
      int tail = 0;
      queue[tail++] = start;
      part[start] = parts;
      while (head < tail) {
        int v = queue[head++];
        for (int at = both.begin(v); at < both.end(v); at++) {
          int w = both.neighbour(at);
          if (part[w] < 0) {
            part[w] = parts;
            queue[tail++] = w;
          }
        }
      }
      parts++;
    }
    return ordered(part, parts);
  }

  /** Strongly connected components (Tarjan 1972, iterative). */
  public static Components strong(Graph graph) {
    return new StrongParts(graph).find();
  }

  static Components ordered(int[] part, int parts) {
    int[] sizes = new int[parts];
    for (int p : part) {
      sizes[p]++;
    }
    int[] first = new int[parts];
    Arrays.fill(first, Integer.MAX_VALUE);
    for (int v = part.length - 1; v >= 0; v--) {
      first[part[v]] = v;
    }
    int[] order =
        IntStream.range(0, parts)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(p -> -sizes[p]).thenComparingInt(p -> first[p]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] rank = new int[parts];
    int[] sorted = new int[parts];
    for (int i = 0; i < parts; i++) {
      rank[order[i]] = i;
      sorted[i] = sizes[order[i]];
    }
    return new Components(Arrays.stream(part).map(p -> rank[p]).toArray(), sorted);
  }

  /** Number of components. */
  public int count() {
    return sizes.length;
  }

  /** Size of the largest component; 0 in an empty graph. */
  public int largest() {
    return sizes.length == 0 ? 0 : sizes[0];
  }
}
