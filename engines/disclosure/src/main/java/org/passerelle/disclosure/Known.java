package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.passerelle.disclosure.internal.CellSystem;

/**
 * All that readers have, as one system: the figures of a release first, then for each earlier one
 * its figures and the differences between the two.
 */
final class Known {
  private final Published published;
  private final List<Earlier> earlier;
  private final List<Origin> origins = new ArrayList<>();
  private final List<Long> low = new ArrayList<>();
  private final List<Long> high = new ArrayList<>();
  private final List<int[]> sums = new ArrayList<>();

  /** What a cell of the system stands for. */
  enum Kind {
    FIGURE,
    EARLIER,
    DIFFERENCE
  }

  /**
   * Where a cell of the system comes from.
   *
   * @param release of the earlier release; the new one's for a figure of its own
   * @param figure of that release
   */
  record Origin(Kind kind, Layout release, int figure) {
    String name() {
      String words = release.name(figure);
      return switch (kind) {
        case FIGURE -> words;
        case EARLIER -> words + " in " + release.release().id();
        case DIFFERENCE -> words + " less " + release.release().id();
      };
    }
  }

  Known(Published published, List<Earlier> earlier) {
    this.published = published;
    this.earlier = earlier.stream().filter(Earlier::isLinked).toList();
    Layout layout = published.layout();
    for (int figure = 0; figure < layout.size(); figure++) {
      add(Kind.FIGURE, layout, figure, published.low(figure), published.high(figure));
    }
    sums.addAll(layout.sums());
    this.earlier.forEach(this::link);
  }

  private int add(Kind kind, Layout layout, int figure, long least, long most) {
    origins.add(new Origin(kind, layout, figure));
    low.add(least);
    high.add(most);
    return origins.size() - 1;
  }

  private void link(Earlier one) {
    Published old = one.published();
    Layout layout = old.layout();
    int[] met = one.met(published.layout());
    int first = origins.size();
    for (int figure = 0; figure < layout.size(); figure++) {
      add(Kind.EARLIER, layout, figure, old.low(figure), old.high(figure));
    }
    for (int[] sum : layout.sums()) {
      sums.add(Arrays.stream(sum).map(figure -> first + figure).toArray());
    }
    for (int figure = 0; figure < met.length; figure++) {
      if (met[figure] < 0) {
        continue;
      }
      if (one.relation() == Release.Relation.SAME) {
        sums.add(new int[] {met[figure], first + figure});
      } else {
        long least = one.relation() == Release.Relation.GROWS ? 0 : -CellSystem.MUCH;
        int difference = add(Kind.DIFFERENCE, layout, figure, least, CellSystem.MUCH);
        sums.add(new int[] {met[figure], first + figure, difference});
      }
    }
  }

  CellSystem system() {
    return new CellSystem(
        low.stream().mapToLong(Long::longValue).toArray(),
        high.stream().mapToLong(Long::longValue).toArray(),
        sums);
  }

  /** A table of this release beside earlier figures: differences follow. */
  long[] completed(long[] world, long[] values) {
    long[] all = values.clone();
    System.arraycopy(world, 0, all, 0, world.length);
    for (int[] sum : sums) {
      if (sum.length == 3 && origins.get(sum[2]).kind() == Kind.DIFFERENCE) {
        all[sum[2]] = all[sum[0]] - all[sum[1]];
      }
    }
    return all;
  }

  int size() {
    return origins.size();
  }

  Origin origin(int cell) {
    return origins.get(cell);
  }

  boolean hasEarlier() {
    return !earlier.isEmpty();
  }

  /** Whether a cell may be recovered by whoever looks: the size of the population may. */
  boolean isDifferenceOfAll(int cell) {
    Origin origin = origins.get(cell);
    return origin.kind() == Kind.DIFFERENCE
        && origin.release().totals(origin.figure())
            == origin.release().release().variables().size();
  }
}
