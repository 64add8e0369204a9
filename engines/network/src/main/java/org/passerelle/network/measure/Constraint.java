package org.passerelle.network.measure;

import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/**
 * Burt's constraint (1992, Structural Holes): to what extent the contacts of a vertex are each
 * other's contacts, {@code Σ_j (p_ij + Σ_q p_iq p_qj)²} with {@code p_ij = (a_ij + a_ji) / Σ_k
 * (a_ik + a_ki)}. Brokers have low values. {@code O(Σ min(degree) log degree)} over the ties.
 */
public final class Constraint {
  private final Graph graph;
  private final double[] strength;
  private final int[] place;
  private final double[] indirect;

  private Constraint(Graph graph) {
    this.graph = graph;
    strength = Degrees.strength(graph);
    place = new int[graph.size()];
    indirect = new double[graph.size()];
  }

  /** The constraint of each vertex, ignoring weights. NaN for isolated vertices. */
  public static double[] of(Graph graph, Progress progress) {
    Constraint constraint = new Constraint(graph.unweighted().undirected());
    double[] all = new double[graph.size()];
    for (int v = 0; v < all.length; v++) {
      if ((v & 1023) == 0) {
        progress.on("constraint", v, all.length);
      }
      all[v] = constraint.of(v);
    }
    return all;
  }

  private double of(int v) {
    int begin = graph.begin(v);
    int end = graph.end(v);
    if (begin == end) {
      return Double.NaN;
    }
    for (int at = begin; at < end; at++) {
      place[graph.neighbour(at)] = at + 1;
    }
    for (int at = begin; at < end; at++) {
      spread(v, at);
    }
    double sum = 0;
    for (int at = begin; at < end; at++) {
      int j = graph.neighbour(at);
      double direct = graph.weight(at) / strength[v];
      sum += (direct + indirect[j]) * (direct + indirect[j]);
      indirect[j] = 0;
      place[j] = 0;
    }
    return sum;
  }

  /**
   * Distributes a vertex's effort through one contact to the others, over the shorter of both rows.
   */
  private void spread(int v, int at) {
    int q = graph.neighbour(at);
    double share = graph.weight(at) / strength[v] / strength[q];
    if (graph.outDegree(q) <= graph.outDegree(v)) {
      for (int further = graph.begin(q); further < graph.end(q); further++) {
        int j = graph.neighbour(further);
        if (place[j] > 0) {
          indirect[j] += share * graph.weight(further);
        }
      }
    } else {
      for (int own = graph.begin(v); own < graph.end(v); own++) {
        int j = graph.neighbour(own);
        int further = find(q, j);
        if (further >= 0) {
          indirect[j] += share * graph.weight(further);
        }
      }
    }
  }

  private int find(int q, int j) {
    int low = graph.begin(q);
    int high = graph.end(q) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int there = graph.neighbour(middle);
      if (there == j) {
        return middle;
      }
      if (there < j) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
