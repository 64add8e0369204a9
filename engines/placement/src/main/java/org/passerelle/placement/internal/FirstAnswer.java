package org.passerelle.placement.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.passerelle.placement.Wish;

/**
 * A greedy answer that violates no rule: the most urgent first, each to the place that is best for
 * them. It is the starting point of the search, and the result if time is over before the search
 * finds anything.
 */
final class FirstAnswer {
  private FirstAnswer() {}

  /** Place by unit, or −1. */
  static int[] of(Model model) {
    int[] nowhere = new int[model.sizes().length];
    Arrays.fill(nowhere, -1);
    return from(model, nowhere);
  }

  /** Extends an answer to units without a place; the answer itself is unchanged. */
  static int[] from(Model model, int[] answer) {
    int[] place = answer.clone();
    int[] left = model.free().clone();
    List<Integer> order = new ArrayList<>();
    for (int u = 0; u < place.length; u++) {
      if (place[u] < 0) {
        order.add(u);
      } else {
        left[place[u]] -= model.sizes()[u];
      }
    }
    order.sort(
        Comparator.comparing((Integer u) -> -most(model, Wish.TONIGHT, u))
            .thenComparing(u -> choices(model, u)));
    for (int u : order) {
      for (int p = 0; p < left.length; p++) {
        if (model.may()[u][p]
            && left[p] >= model.sizes()[u]
            && !meetsConflict(model, place, u, p)
            && (place[u] < 0 || worth(model, u, p) > worth(model, u, place[u]))) {
          place[u] = p;
        }
      }
      if (place[u] >= 0) {
        left[place[u]] -= model.sizes()[u];
      }
    }
    return place;
  }

  private static int most(Model model, Wish wish, int u) {
    int most = 0;
    for (int p = 0; p < model.free().length; p++) {
      most = model.may()[u][p] ? Math.max(most, model.worth(wish, u, p)) : most;
    }
    return most;
  }

  /** Units with few choices choose first. */
  private static int choices(Model model, int u) {
    int choices = 0;
    for (boolean may : model.may()[u]) {
      choices += may ? 1 : 0;
    }
    return choices;
  }

  private static long worth(Model model, int u, int p) {
    return 10_000L * model.worth(Wish.LANGUAGE, u, p)
        + 100L * model.worth(Wish.NEEDS, u, p)
        + model.worth(Wish.CONFIRMED, u, p);
  }

  private static boolean meetsConflict(Model model, int[] place, int u, int p) {
    return model.conflicts().stream()
        .anyMatch(
            pair -> (pair[0] == u && place[pair[1]] == p) || (pair[1] == u && place[pair[0]] == p));
  }
}
