package org.passerelle.network.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.passerelle.network.Graph;

/**
 * Parts of a graph that hang together. Linear in vertices and ties.
 *
 * @param of the part of each vertex; 0 is the largest, among equals the one that appears first
 * @param sizes vertices of each part
 */
public record Components(int[] of, int[] sizes) {
  /** Parts that hang together when nobody asks which way a tie leads. */
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

  /** Parts in which everybody reaches everybody along directed ties (Tarjan 1972, iterative). */
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

  /** How many parts there are. */
  public int count() {
    return sizes.length;
  }

  /** Vertices of the largest part; 0 in an empty graph. */
  public int largest() {
    return sizes.length == 0 ? 0 : sizes[0];
  }
}
