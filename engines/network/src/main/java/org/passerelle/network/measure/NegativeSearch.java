package org.passerelle.network.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.passerelle.network.Graph;
import org.passerelle.network.Progress;

/** Searches the set whose removal fragments a graph most. */
final class NegativeSearch {
  private static final int MOST_STARTS = 200;
  private static final double AFFORDABLE = 2e8;
  private static final double BETTER = 1e-12;
  private final Graph graph;
  private final int k;
  private final Progress progress;
  private final Fragmentation fragmentation;
  private final boolean[] removed;
  private int[] best = new int[0];
  private double most = -1;

  NegativeSearch(Graph graph, int k, Progress progress) {
    this.graph = graph;
    this.k = k;
    this.progress = progress;
    fragmentation = new Fragmentation(graph);
    removed = new boolean[graph.size()];
  }

  KeyPlayers exhaustive() {
    choose(new int[k], 0, 0);
    return result(true);
  }

  /**
   * Enumerates all sets in ascending order; the last member is found by one search for all
   * candidates.
   */
  private void choose(int[] chosen, int depth, int from) {
    if (depth == k - 1) {
      last(chosen, from);
      return;
    }
    for (int v = from; v <= graph.size() - (k - depth); v++) {
      if (depth == 0) {
        progress.on("key players", v, graph.size());
      }
      chosen[depth] = v;
      removed[v] = true;
      choose(chosen, depth + 1, v + 1);
      removed[v] = false;
    }
  }

  private void last(int[] chosen, int from) {
    Progress.stillWanted();
    fragmentation.look(removed);
    for (int v = from; v < graph.size(); v++) {
      double value = fragmentation.without(v, graph.size() - k);
      if (value > most + BETTER) {
        most = value;
        chosen[k - 1] = v;
        best = chosen.clone();
      }
    }
  }

  KeyPlayers greedy(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double once = 2.0 * k * (graph.size() + graph.places());
    int starts = (int) Math.max(1, Math.min(MOST_STARTS, AFFORDABLE / once));
    for (int start = 0; start < starts; start++) {
      int[] set = start == 0 ? built() : Arrays.copyOf(Sample.shuffled(graph.size(), random), k);
      double value = improved(set, start, starts);
      if (value > most + BETTER) {
        most = value;
        best = set;
      }
    }
    Arrays.sort(best);
    return result(false);
  }

  private int[] built() {
    int[] set = new int[k];
    for (int i = 0; i < k; i++) {
      progress.on("key players", i, k);
      set[i] = bestAddition(graph.size() - i - 1);
      removed[set[i]] = true;
    }
    Arrays.fill(removed, false);
    return set;
  }

  private int bestAddition(int left) {
    fragmentation.look(removed);
    int found = -1;
    double value = -1;
    for (int v = 0; v < graph.size(); v++) {
      if (!removed[v] && fragmentation.without(v, left) > value + BETTER) {
        value = fragmentation.without(v, left);
        found = v;
      }
    }
    return found;
  }

  /** Exchanges members one by one until none helps. */
  private double improved(int[] set, int start, int starts) {
    for (int v : set) {
      removed[v] = true;
    }
    fragmentation.look(removed);
    double value = fragmentation.now(graph.size() - k);
    int unchanged = 0;
    for (int i = 0; unchanged < k; i = (i + 1) % k) {
      progress.on("key players", start, starts);
      removed[set[i]] = false;
      int v = bestAddition(graph.size() - k);
      double now = fragmentation.without(v, graph.size() - k);
      if (now > value + BETTER) {
        value = now;
        set[i] = v;
        unchanged = 0;
      } else {
        unchanged++;
      }
      removed[set[i]] = true;
    }
    Arrays.fill(removed, false);
    return value;
  }

  private KeyPlayers result(boolean exhaustive) {
    fragmentation.look(new boolean[graph.size()]);
    return new KeyPlayers(best, most, fragmentation.now(graph.size()), exhaustive);
  }
}
