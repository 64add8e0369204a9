package org.passerelle.network.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/** Searches the set from which a graph is reached best. */
final class PositiveSearch {
  private static final double BETTER = 1e-12;
  private final Graph graph;
  private final int k;
  private final Progress progress;
  private final int[] level;
  private final int[] queue;
  private int[] best = new int[0];
  private double most = -1;

  PositiveSearch(Graph graph, int k, Progress progress) {
    this.graph = graph;
    this.k = k;
    this.progress = progress;
    level = new int[graph.size()];
    Arrays.fill(level, -1);
    queue = new int[graph.size()];
  }

  KeyPlayers exhaustive() {
    choose(new int[k], 0, 0);
    return new KeyPlayers(best, most, 0, true);
  }

  private void choose(int[] chosen, int depth, int from) {
    for (int v = from; v <= graph.size() - (k - depth); v++) {
      if (depth == 0) {
        progress.on("key players", v, graph.size());
      }
      chosen[depth] = v;
      if (depth < k - 1) {
        choose(chosen, depth + 1, v + 1);
      } else {
        keep(chosen, reach(chosen, k));
      }
    }
  }

  private boolean keep(int[] set, double value) {
    if (value > most + BETTER) {
      most = value;
      best = set.clone();
      return true;
    }
    return false;
  }

  /** Greedy, then exchanges; in a large graph only among the vertices with the most ties. */
  KeyPlayers greedy() {
    int[] candidates = candidates();
    int[] set = new int[k];
    for (int i = 0; i < k; i++) {
      set[i] = bestFor(set, i, i + 1, candidates);
    }
    keep(set, reach(set, k));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < k; i++) {
        int[] other = best.clone();
        other[i] = bestFor(other, i, k, candidates);
        changed |= keep(other, reach(other, k));
      }
    }
    Arrays.sort(best);
    return new KeyPlayers(best, most, 0, false);
  }

  private int bestFor(int[] set, int place, int size, int[] candidates) {
    int[] trial = set.clone();
    double value = -1;
    int found = set[place];
    for (int i = 0; i < candidates.length; i++) {
      progress.on("key players", i, candidates.length);
      int v = candidates[i];
      if (contains(set, size, place, v)) {
        continue;
      }
      trial[place] = v;
      double now = reach(trial, size);
      if (now > value + BETTER) {
        value = now;
        found = v;
      }
    }
    return found;
  }

  private static boolean contains(int[] set, int size, int except, int v) {
    for (int i = 0; i < size; i++) {
      if (i != except && set[i] == v) {
        return true;
      }
    }
    return false;
  }

  private int[] candidates() {
    double search = graph.size() + (double) graph.places();
    int count = (int) Math.max(2.0 * k, KeyPlayers.AFFORDABLE / (search * k));
    return IntStream.range(0, graph.size())
        .boxed()
        .sorted(Comparator.<Integer>comparingInt(v -> -graph.outDegree(v)).thenComparing(v -> v))
        .limit(count)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private double reach(int[] set, int size) {
    int tail = 0;
    for (int i = 0; i < size; i++) {
      level[set[i]] = 0;
      queue[tail++] = set[i];
    }
    double sum = size;
    for (int head = 0; head < tail; head++) {
      int v = queue[head];
      for (int at = graph.begin(v); at < graph.end(v); at++) {
        int w = graph.neighbour(at);
        if (level[w] < 0) {
          level[w] = level[v] + 1;
          sum += 1.0 / level[w];
          queue[tail++] = w;
        }
      }
    }
    for (int i = 0; i < tail; i++) {
      level[queue[i]] = -1;
    }
    return sum / graph.size();
  }
}
