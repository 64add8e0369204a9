package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.passerelle.disclosure.internal.Attack;
import org.passerelle.disclosure.internal.CellSystem;

/**
 * Everything published as one system: the figures of a release, followed by those of each earlier
 * release and the differences between the two.
 */
final class PublishedSystem {
  private final Published published;
  private final List<EarlierRelease> earlier;
  private final List<Origin> origins = new ArrayList<>();
  private final List<Long> low = new ArrayList<>();
  private final List<Long> high = new ArrayList<>();
  private final List<int[]> sums = new ArrayList<>();
  private final List<Meeting> meetings = new ArrayList<>();

  /** Meaning of a cell of the system. */
  enum Kind {
    FIGURE,
    EARLIER,
    DIFFERENCE
  }

  /**
   * Origin of a cell of the system.
   *
   * @param release layout of the earlier release, or of the new one for its own figure
   * @param figure figure of that release
   */
  record Origin(Kind kind, Layout release, int figure) {
    CellName name() {
      CellName.Of of =
          switch (kind) {
            case FIGURE -> CellName.Of.RELEASE;
            case EARLIER -> CellName.Of.EARLIER;
            case DIFFERENCE -> CellName.Of.DIFFERENCE;
          };
      return new CellName(of, release.name(figure), release.release().id());
    }
  }

  /**
   * A figure and the corresponding one of an earlier release.
   *
   * @param difference cell of their difference, or −1 if they are equal
   */
  record Meeting(int now, int before, int difference) {}

  PublishedSystem(Published published, List<EarlierRelease> earlier) {
    this.published = published;
    this.earlier = earlier.stream().filter(EarlierRelease::isLinked).toList();
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

  /** Adds the figures of an earlier release; the cells behind them are those of the new one. */
  private void link(EarlierRelease one) {
    Published old = one.published();
    Layout layout = old.layout();
    int[] met = one.met(published.layout());
    int first = origins.size();
    for (int figure = 0; figure < layout.shown(); figure++) {
      add(Kind.EARLIER, layout, figure, old.low(figure), old.high(figure));
    }
    for (int[] sum : layout.shownSums()) {
      sums.add(Arrays.stream(sum).map(figure -> first + figure).toArray());
    }
    for (int figure = 0; figure < layout.shown(); figure++) {
      if (met[figure] < 0) {
        continue;
      }
      if (one.relation() == Release.Relation.SAME) {
        sums.add(new int[] {met[figure], first + figure});
        meetings.add(new Meeting(met[figure], first + figure, -1));
      } else {
        long least = one.relation() == Release.Relation.GROWS ? 0 : -CellSystem.MUCH;
        int difference = add(Kind.DIFFERENCE, layout, figure, least, CellSystem.MUCH);
        sums.add(new int[] {met[figure], first + figure, difference});
        meetings.add(new Meeting(met[figure], first + figure, difference));
      }
    }
  }

  CellSystem system() {
    return new CellSystem(
        low.stream().mapToLong(Long::longValue).toArray(),
        high.stream().mapToLong(Long::longValue).toArray(),
        sums);
  }

  List<Meeting> meetings() {
    return meetings;
  }

  /**
   * The true figures, completed by fitting values for unknown figures of earlier releases.
   *
   * @throws BadRelease if no values fit
   */
  long[] truth(Figures figures, CellSystem system) {
    if (!hasEarlier()) {
      return figures.counts();
    }
    long[] least = new long[size()];
    long[] most = new long[size()];
    for (int cell = 0; cell < least.length; cell++) {
      boolean own = origin(cell).kind() == Kind.FIGURE;
      least[cell] = own ? figures.count(cell) : system.low(cell);
      most[cell] = own ? figures.count(cell) : system.high(cell);
    }
    Attack filling = new Attack(system.with(least, most), null, null);
    long[] any = filling.isConsistent() ? filling.any() : null;
    if (any == null) {
      throw new BadRelease(
          "The earlier release %s is not compatible: no earlier records can have become these. Maybe declare previous.%s: corrected, or apart if it counts other persons."
              .formatted(ids(), ids()));
    }
    return any;
  }

  private String ids() {
    return String.join(
        ", ", earlier.stream().map(one -> one.published().layout().release().id()).toList());
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

  /** The release whose policy applies to a cell: an earlier one its own, otherwise the new one. */
  Release promised(int cell) {
    return origins.get(cell).kind() == Kind.EARLIER
        ? origins.get(cell).release().release()
        : published.layout().release();
  }

  /** Whether a cell is behind the tables and never published. */
  boolean isBehind(int cell) {
    Origin origin = origins.get(cell);
    return origin.figure() >= origin.release().shown();
  }

  /** Whether a cell may be derived by readers: the size of the population may. */
  boolean isDifferenceOfAll(int cell) {
    Origin origin = origins.get(cell);
    return origin.kind() == Kind.DIFFERENCE
        && origin.release().totals(origin.figure())
            == origin.release().release().variables().size();
  }
}
