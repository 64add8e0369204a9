package org.passerelle.linkage.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which records are one person. */
final class Groups {
  /** Beyond so many nats a pair is as good as certain, one way or the other. */
  static final double CERTAIN = 10;

  /** What lies lower counts as certainly different: it would only fill memory. */
  private static final double DOUBTFUL = -6;

  private Groups() {}

  /** Each record its own. */
  static int[] apart(int size) {
    int[] own = new int[size];
    for (int i = 0; i < size; i++) {
      own[i] = i;
    }
    return own;
  }

  /** Records joined by pairs of at least a weight, directly or over others. */
  static int[] components(int size, Pairs pairs, double least) {
    int[] parent = apart(size);
    for (int k = 0; k < pairs.size(); k++) {
      if (pairs.weights[k] >= least) {
        int a = root(parent, pairs.left(k));
        int b = root(parent, pairs.right(k));
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
    for (int i = 0; i < size; i++) {
      parent[i] = root(parent, i);
    }
    return parent;
  }

  private static int root(int[] parent, int i) {
    int at = i;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  /** Average linkage within the components; what is no pair counts as certainly different. */
  static List<AverageLinkage.Union> unions(Population population, Pairs pairs, double cut) {
    int size = population.size();
    int[] component = components(size, pairs, cut);
    AverageLinkage linkage = new AverageLinkage(size, population.sources(), cut, -CERTAIN);
    for (int k = 0; k < pairs.size(); k++) {
      if (pairs.weights[k] > DOUBTFUL && component[pairs.left(k)] == component[pairs.right(k)]) {
        linkage.edge(pairs.left(k), pairs.right(k), Math.min(CERTAIN, pairs.weights[k]));
      }
    }
    return linkage.run();
  }

  /** The groups after all unions whose mean reaches a cut, each named by its first member. */
  static int[] at(int size, List<AverageLinkage.Union> unions, double cut) {
    int[] parent = apart(size);
    for (AverageLinkage.Union union : unions) {
      if (union.mean() >= cut) {
        int a = root(parent, union.a());
        int b = root(parent, union.b());
        parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
    for (int i = 0; i < size; i++) {
      parent[i] = root(parent, i);
    }
    return parent;
  }

  /** The groups at a cut. */
  static int[] averages(Population population, Pairs pairs, double cut) {
    return at(population.size(), unions(population, pairs, cut), cut);
  }

  /** The share of records that stand alone. */
  static double alone(int[] groups) {
    int[] sizes = new int[groups.length];
    for (int group : groups) {
      sizes[group]++;
    }
    long alone = Arrays.stream(sizes).filter(s -> s == 1).count();
    return alone / (double) Math.max(1, groups.length);
  }

  /** The records of each group that has more than one. */
  static List<int[]> members(int[] groups) {
    Map<Integer, List<Integer>> all = new HashMap<>();
    for (int i = 0; i < groups.length; i++) {
      all.computeIfAbsent(groups[i], g -> new ArrayList<>(2)).add(i);
    }
    return all.values().stream()
        .filter(list -> list.size() > 1)
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }
}
