package org.passerelle.placement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The best answer, found by exhaustive search. */
final class Exhaustive {
  private final Batch batch;
  private final Judge judge;
  private long[] best = new long[6];

  Exhaustive(Batch batch) {
    this.batch = batch;
    this.judge = new Judge(batch);
    Arrays.fill(best, -1);
  }

  /** Its value for each preference, in order. */
  long[] best() {
    tryFrom(0, new HashMap<>());
    return best;
  }

  private void tryFrom(int next, Map<String, String> placed) {
    List<Child> children = batch.children();
    if (next == children.size()) {
      long[] worth = worth(batch, placed);
      if (Arrays.compare(worth, best) > 0 && judge.broken(placed).isEmpty()) {
        best = worth;
      }
      return;
    }
    tryFrom(next + 1, placed);
    for (Vacancy place : batch.places()) {
      placed.put(children.get(next).id(), place.id());
      tryFrom(next + 1, placed);
      placed.remove(children.get(next).id());
    }
  }

  /** Tonight, number placed, within days, language, needs, confirmed. */
  static long[] worth(Batch batch, Map<String, String> placed) {
    long[] worth = new long[6];
    for (Child child : batch.children()) {
      String at = placed.get(child.id());
      if (at != null) {
        Vacancy place =
            batch.places().stream().filter(p -> p.id().equals(at)).findFirst().orElseThrow();
        worth[0] += child.urgency() == 0 ? 1 : 0;
        worth[1]++;
        worth[2] += child.urgency() == 1 ? 1 : 0;
        worth[3] += child.languages().stream().anyMatch(place.languages()::contains) ? 1 : 0;
        worth[4] += child.needs().stream().filter(place.offers()::contains).count();
        worth[5] += place.confirmed() ? 1 : 0;
      }
    }
    return worth;
  }
}
