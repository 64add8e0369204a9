package org.passerelle.estimation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The decomposable (chordal) graphs on the lists: 8 on three, 61 on four, 822 on five, 18,154 on
 * six. Found by maximum cardinality search (Tarjan and Yannakakis 1984), with cliques and
 * separators.
 */
public final class Graphs {
  /** Cliques and non-empty separators (with multiplicity) as masks of lists. */
  public record Graph(int[] cliques, int[] separators) {
    /** The cliques by digits, {@code {123,34,25}}. */
    public String name() {
      return Arrays.stream(cliques)
          .boxed()
          .sorted(
              (a, b) -> {
                int bySize = Integer.bitCount(b) - Integer.bitCount(a);
                return bySize != 0
                    ? bySize
                    : Integer.compare(Integer.reverse(b), Integer.reverse(a));
              })
          .map(Graphs::digits)
          .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    }
  }

  private final int lists;
  private final int[] neighbours;
  private final int[] cliques;
  private final int[] separators;

  private Graphs(int lists) {
    this.lists = lists;
    neighbours = new int[lists];
    cliques = new int[lists];
    separators = new int[lists];
  }

  private static String digits(int mask) {
    StringBuilder digits = new StringBuilder();
    for (int j = 0; mask >> j != 0; j++) {
      if ((mask >> j & 1) != 0) {
        digits.append(j + 1);
      }
    }
    return digits.toString();
  }

  /** All decomposable graphs; for seven lists 617,675 out of two million graphs. */
  public static List<Graph> decomposable(int lists) {
    int[] pairs = PairSearch.pairs(lists);
    Graphs workspace = new Graphs(lists);
    List<Graph> found = new ArrayList<>();
    for (long edges = 0; edges < 1L << pairs.length; edges++) {
      Arrays.fill(workspace.neighbours, 0);
      for (int k = 0; k < pairs.length; k++) {
        if ((edges >> k & 1) != 0) {
          int i = Integer.numberOfTrailingZeros(pairs[k]);
          int j = 31 - Integer.numberOfLeadingZeros(pairs[k]);
          workspace.neighbours[i] |= 1 << j;
          workspace.neighbours[j] |= 1 << i;
        }
      }
      Graph graph = workspace.chordal();
      if (graph != null) {
        found.add(graph);
      }
    }
    return found;
  }

  /** The graph of the current edges, or null if it is not chordal. */
  private @org.jspecify.annotations.Nullable Graph chordal() {
    int visited = 0;
    int cliqueCount = 0;
    int separatorCount = 0;
    int clique = 0;
    int before = -1;
    for (int step = 0; step < lists; step++) {
      int next = -1;
      int most = -1;
      for (int v = 0; v < lists; v++) {
        if ((visited >> v & 1) == 0) {
          int known = Integer.bitCount(neighbours[v] & visited);
          if (known > most) {
            most = known;
            next = v;
          }
        }
      }
      int earlier = neighbours[next] & visited;
      if (!complete(earlier)) {
        return null;
      }
      if (most <= before) {
        cliques[cliqueCount++] = clique;
        if (earlier != 0) {
          separators[separatorCount++] = earlier;
        }
      }
      clique = earlier | 1 << next;
      before = most;
      visited |= 1 << next;
    }
    cliques[cliqueCount++] = clique;
    return new Graph(
        Arrays.copyOf(cliques, cliqueCount), Arrays.copyOf(separators, separatorCount));
  }

  private boolean complete(int set) {
    for (int rest = set; rest != 0; rest &= rest - 1) {
      int v = Integer.numberOfTrailingZeros(rest);
      if ((set & ~neighbours[v] & ~(1 << v)) != 0) {
        return false;
      }
    }
    return true;
  }
}
