package org.passerelle.estimation.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.estimation.internal.ModelRanking.Fitted;

/**
 * An alternative order of models (Silverman, Chan and Vincent 2024): each by the best rank among
 * itself and its neighbours, which have one interaction more or less; ties by its own rank. A model
 * next to a good one comes early, even if its own criterion is mediocre.
 */
public final class DegreeTwo {
  /** With more lists there are more subsets than an integer has bits. */
  public static final int MOST_LISTS = 5;

  private DegreeTwo() {}

  /**
   * Orders models; O(models · 2^lists).
   *
   * @param ranked best criterion first
   * @param lists at most {@link #MOST_LISTS}
   */
  public static List<Fitted> of(List<Fitted> ranked, int lists) {
    Map<Integer, Integer> ranks = new HashMap<>();
    for (int rank = 0; rank < ranked.size(); rank++) {
      ranks.put(key(ranked.get(rank)), rank);
    }
    int[] best = new int[ranked.size()];
    for (int rank = 0; rank < best.length; rank++) {
      int key = key(ranked.get(rank));
      best[rank] = rank;
      for (int term = 1; term < 1 << lists; term++) {
        if (Integer.bitCount(term) > 1) {
          best[rank] = Math.min(best[rank], ranks.getOrDefault(key ^ (1 << term), rank));
        }
      }
    }
    List<Integer> order = new ArrayList<>();
    for (int rank = 0; rank < best.length; rank++) {
      order.add(rank);
    }
    order.sort(Comparator.<Integer>comparingInt(rank -> best[rank]).thenComparing(rank -> rank));
    return order.stream().map(ranked::get).toList();
  }

  /** A bit for each term. */
  private static int key(Fitted model) {
    return Arrays.stream(model.terms()).reduce(0, (key, term) -> key | 1 << term);
  }
}
