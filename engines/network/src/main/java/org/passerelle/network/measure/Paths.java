package org.passerelle.network.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/** Shortest paths from one vertex to another. Not thread-safe. */
public final class Paths {
  private record Reached(int vertex, double length) {}

  private final Graph graph;
  private final boolean weighted;

  /**
   * Paths through a graph.
   *
   * @param weighted whether the weight of a tie is its length; otherwise each counts 1
   */
  public Paths(Graph graph, boolean weighted) {
    this.graph = graph;
    this.weighted = weighted;
    for (int at = 0; weighted && at < graph.places(); at++) {
      if (graph.weight(at) < 0) {
        throw new BadNetwork(
            "A tie has the length %s. Maybe lengths of 0 or more are missing."
                .formatted(graph.weight(at)));
      }
    }
  }

  /** The shortest path (Dijkstra 1959); ties are broken by the lowest vertex numbers. */
  public Optional<Path> shortest(int from, int to) {
    return shortest(from, to, new boolean[graph.size()], Set.of());
  }

  /** The k shortest simple paths (Yen 1971), the shortest first. */
  public List<Path> shortest(int from, int to, int k, Progress progress) {
    List<Path> found = new ArrayList<>();
    PriorityQueue<Path> waiting = new PriorityQueue<>(order());
    Set<List<Integer>> seen = new HashSet<>();
    shortest(from, to).ifPresent(waiting::add);
    while (!waiting.isEmpty() && found.size() < k) {
      progress.on("paths", found.size(), k);
      Path next = waiting.remove();
      found.add(next);
      for (Path detour : detours(next, found)) {
        if (seen.add(detour.vertices())) {
          waiting.add(detour);
        }
      }
    }
    return found;
  }

  private static Comparator<Path> order() {
    return Comparator.comparingDouble(Path::length)
        .thenComparingInt(p -> p.vertices().size())
        .thenComparing(Path::vertices, Paths::compare);
  }

  private static int compare(List<Integer> a, List<Integer> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int difference = Integer.compare(a.get(i), b.get(i));
      if (difference != 0) {
        return difference;
      }
    }
    return a.size() - b.size();
  }

  /** From each vertex of a path, the best continuation not used by the paths found so far. */
  private List<Path> detours(Path path, List<Path> found) {
    List<Path> detours = new ArrayList<>();
    List<Integer> vertices = path.vertices();
    boolean[] closed = new boolean[graph.size()];
    int last = vertices.get(vertices.size() - 1);
    for (int i = 0; i < vertices.size() - 1; i++) {
      List<Integer> root = vertices.subList(0, i + 1);
      Set<Integer> taken = new HashSet<>();
      for (Path other : found) {
        if (other.vertices().size() > i + 1 && other.vertices().subList(0, i + 1).equals(root)) {
          taken.add(other.vertices().get(i + 1));
        }
      }
      shortest(vertices.get(i), last, closed, taken)
          .ifPresent(rest -> detours.add(join(root, rest)));
      closed[vertices.get(i)] = true;
    }
    return detours;
  }

  private Path join(List<Integer> root, Path rest) {
    List<Integer> all = new ArrayList<>(root);
    all.addAll(rest.vertices().subList(1, rest.vertices().size()));
    double length = rest.length();
    for (int i = root.size() - 2; i >= 0; i--) {
      length += length(root.get(i), root.get(i + 1));
    }
    return new Path(all, length);
  }

  private double length(int from, int to) {
    for (int at = graph.begin(from); at < graph.end(from); at++) {
      if (graph.neighbour(at) == to) {
        return weighted ? graph.weight(at) : 1;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private Optional<Path> shortest(int from, int to, boolean[] closed, Set<Integer> notFirst) {
    double[] length = new double[graph.size()];
    Arrays.fill(length, Double.POSITIVE_INFINITY);
    int[] before = new int[graph.size()];
    boolean[] settled = closed.clone();
    PriorityQueue<Reached> waiting =
        new PriorityQueue<>(
            Comparator.comparingDouble(Reached::length).thenComparingInt(Reached::vertex));
    length[from] = 0;
    before[from] = -1;
    waiting.add(new Reached(from, 0));
    while (!waiting.isEmpty()) {
      int v = waiting.remove().vertex();
      if (v == to) {
        return Optional.of(path(to, before, length[to]));
      }
      if (settled[v]) {
        continue;
      }
      settled[v] = true;
      for (int at = graph.begin(v); at < graph.end(v); at++) {
        int w = graph.neighbour(at);
        double far = length[v] + (weighted ? graph.weight(at) : 1);
        if (!settled[w] && far < length[w] && !(v == from && notFirst.contains(w))) {
          length[w] = far;
          before[w] = v;
          waiting.add(new Reached(w, far));
        }
      }
    }
    return Optional.empty();
  }

  private static Path path(int to, int[] before, double length) {
    List<Integer> vertices = new ArrayList<>();
    for (int v = to; v >= 0; v = before[v]) {
      vertices.add(v);
    }
    Collections.reverse(vertices);
    return new Path(vertices, length);
  }
}
