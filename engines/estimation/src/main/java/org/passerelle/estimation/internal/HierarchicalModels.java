package org.passerelle.estimation.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Every hierarchical family of subsets that contains all single lists, up to an order, except the
 * saturated one. 8 for three lists, 113 for four, 6,893 for five (1,024 with pairs only).
 */
public final class HierarchicalModels {
  private HierarchicalModels() {}

  /** The terms of each model: empty set, single lists, then larger ones by size. */
  public static List<int[]> all(int lists, int maxOrder) {
    List<Integer> candidates = new ArrayList<>();
    for (int m = 1; m < 1 << lists; m++) {
      if (Integer.bitCount(m) > 1 && Integer.bitCount(m) <= maxOrder) {
        candidates.add(m);
      }
    }
    candidates.sort(
        Comparator.comparingInt((Integer m) -> Integer.bitCount(m))
            .thenComparing(Comparator.comparingInt(m -> -Integer.reverse(m))));
    List<int[]> models = new ArrayList<>();
    boolean[] in = new boolean[1 << lists];
    int[] terms = new int[1 << lists];
    int p = 1;
    in[0] = true;
    for (int j = 0; j < lists; j++) {
      terms[p++] = 1 << j;
      in[1 << j] = true;
    }
    grow(candidates, 0, in, terms, p, models);
    return models;
  }

  private static void grow(
      List<Integer> candidates, int at, boolean[] in, int[] terms, int p, List<int[]> models) {
    if (at == candidates.size()) {
      if (p < in.length) {
        models.add(java.util.Arrays.copyOf(terms, p));
      }
      return;
    }
    grow(candidates, at + 1, in, terms, p, models);
    int candidate = candidates.get(at);
    if (partsAreIn(candidate, in)) {
      in[candidate] = true;
      terms[p] = candidate;
      grow(candidates, at + 1, in, terms, p + 1, models);
      in[candidate] = false;
    }
  }

  private static boolean partsAreIn(int subset, boolean[] in) {
    for (int rest = subset; rest != 0; rest &= rest - 1) {
      if (!in[subset & ~Integer.lowestOneBit(rest)]) {
        return false;
      }
    }
    return true;
  }

  /** Models one term larger or smaller, keeping the single lists, up to the order. */
  public static List<int[]> neighbours(int[] terms, int lists, int maxOrder) {
    boolean[] in = new boolean[1 << lists];
    for (int term : terms) {
      in[term] = true;
    }
    List<int[]> found = new ArrayList<>();
    for (int m = 1; m < in.length; m++) {
      int order = Integer.bitCount(m);
      if (order < 2) {
        continue;
      }
      if (!in[m] && order <= maxOrder && terms.length + 1 < in.length && partsAreIn(m, in)) {
        int[] larger = java.util.Arrays.copyOf(terms, terms.length + 1);
        larger[terms.length] = m;
        found.add(larger);
      }
      if (in[m] && isMaximal(m, terms)) {
        int removed = m;
        found.add(java.util.Arrays.stream(terms).filter(t -> t != removed).toArray());
      }
    }
    return found;
  }

  private static boolean isMaximal(int m, int[] terms) {
    for (int term : terms) {
      if (term != m && (term & m) == m) {
        return false;
      }
    }
    return true;
  }
}
