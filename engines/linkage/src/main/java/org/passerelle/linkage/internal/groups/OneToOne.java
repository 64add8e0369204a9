package org.passerelle.linkage.internal.groups;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.comparison.Population;

/**
 * Each record of the left list with at most one of the right, so that the sum of weights is
 * largest: exactly within each group of records that compete, greedily where a group is very large.
 */
public final class OneToOne {
  private static final int EXACT = 300;

  private OneToOne() {}

  /** The places of the pairs that are taken, ascending. */
  public static int[] chosen(Population population, Pairs pairs, double least) {
    int[] component = Groups.components(population.size(), pairs, least);
    Map<Integer, List<Integer>> edges = new HashMap<>();
    for (int k = 0; k < pairs.size(); k++) {
      if (pairs.weights[k] >= least) {
        edges.computeIfAbsent(component[pairs.left(k)], c -> new ArrayList<>()).add(k);
      }
    }
    List<Integer> chosen = new ArrayList<>();
    for (List<Integer> competing : edges.values()) {
      if (competing.size() == 1) {
        chosen.add(competing.get(0));
      } else {
        choose(pairs, competing, least, chosen);
      }
    }
    return chosen.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private static void choose(Pairs pairs, List<Integer> edges, double least, List<Integer> chosen) {
    int[] left = edges.stream().mapToInt(pairs::left).distinct().sorted().toArray();
    int[] right = edges.stream().mapToInt(pairs::right).distinct().sorted().toArray();
    if (left.length > EXACT || right.length > EXACT) {
      greedy(pairs, edges, chosen);
      return;
    }
    // as many spare columns as rows: nobody has to have a partner
    float[][] costs = new float[left.length][right.length + left.length];
    int[][] edge = new int[left.length][right.length + left.length];
    for (int[] row : edge) {
      Arrays.fill(row, -1);
    }
    for (int k : edges) {
      int r = Arrays.binarySearch(left, pairs.left(k));
      int c = Arrays.binarySearch(right, pairs.right(k));
      costs[r][c] = (float) (least - pairs.weights[k]) - 1e-3f;
      edge[r][c] = k;
    }
    int[] columns = Assignment.least(costs);
    for (int r = 0; r < columns.length; r++) {
      if (edge[r][columns[r]] >= 0) {
        chosen.add(edge[r][columns[r]]);
      }
    }
  }

  private static void greedy(Pairs pairs, List<Integer> edges, List<Integer> chosen) {
    List<Integer> best = new ArrayList<>(edges);
    best.sort(Comparator.comparingDouble(k -> -pairs.weights[k]));
    Map<Integer, Boolean> taken = new HashMap<>();
    for (int k : best) {
      if (!taken.containsKey(pairs.left(k)) && !taken.containsKey(pairs.right(k))) {
        taken.put(pairs.left(k), true);
        taken.put(pairs.right(k), true);
        chosen.add(k);
      }
    }
  }

  /** Whether records hardly ever have two good partners, so that the lists hold nobody twice. */
  static boolean fits(Population population, Pairs pairs) {
    int[] partners = new int[population.size()];
    for (int k = 0; k < pairs.size(); k++) {
      if (pairs.weights[k] > 2) {
        partners[pairs.left(k)]++;
        partners[pairs.right(k)]++;
      }
    }
    long some = Arrays.stream(partners).filter(n -> n > 0).count();
    long several = Arrays.stream(partners).filter(n -> n > 1).count();
    return several <= 0.05 * some;
  }
}
