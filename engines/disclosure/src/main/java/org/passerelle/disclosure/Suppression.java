package org.passerelle.disclosure;

import java.util.List;
import java.util.stream.Collectors;
import org.passerelle.disclosure.internal.Hiding;
import org.passerelle.disclosure.internal.Task;

/**
 * Hides small counts, and as few others as it can, so that the audit passes: all tables together,
 * since tables that are protected one after the other give each other away. The same figures give
 * the same pattern.
 *
 * <p>Source: Fischetti and Salazar (2001); Castro, <i>Recent advances in optimization techniques
 * for statistical tabular data protection</i>, EJOR 216 (2012).
 */
final class Suppression {
  private static final int MOST_ROUNDS = 8;

  /** A cell costs one, whatever it holds; among as many cells, the smaller are hidden. */
  private static final int ONE_CELL = 10_000;

  private final Figures figures;
  private final Policy policy;
  private final List<Earlier> earlier;
  private final boolean[] must;
  private final boolean[] fixed;
  private final long[] low;
  private final long[] width;
  private final long[] reach;

  private Suppression(Figures figures, List<Earlier> earlier) {
    this.figures = figures;
    this.policy = figures.layout().release().policy();
    this.earlier = earlier.stream().filter(Earlier::isLinked).toList();
    int size = figures.layout().size();
    must = new boolean[size];
    fixed = new boolean[size];
    low = new long[size];
    width = new long[size];
    reach = new long[size];
    for (int figure = 0; figure < size; figure++) {
      long count = figures.count(figure);
      must[figure] = policy.isSmall(count);
      width[figure] = must[figure] ? policy.width() : 0;
      fixed[figure] = count == 0 && policy.zerosShown();
      low[figure] = Math.min(count, policy.leastHidden());
    }
    this.earlier.forEach(this::heed);
  }

  /**
   * Protects figures.
   *
   * @throws BadRelease where nothing that could be hidden meets the policy; it names the cells
   */
  static Protection protect(Figures figures, List<Earlier> earlier) {
    return new Suppression(figures, earlier).run();
  }

  /** What readers have of an earlier release, and what its difference would tell. */
  private void heed(Earlier one) {
    Published old = one.published();
    int[] met = one.met(figures.layout());
    int all = figures.layout().figure(new int[figures.layout().release().variables().size()]);
    for (int before = 0; before < met.length; before++) {
      int now = met[before];
      if (now < 0) {
        continue;
      }
      boolean shown = old.mark(before) == Published.Mark.SHOWN;
      if (one.relation() == Release.Relation.SAME) {
        fixed[now] |= shown;
        must[now] |= !shown && figures.count(now) > 0;
        continue;
      }
      if (one.relation() == Release.Relation.GROWS) {
        low[now] = Math.min(figures.count(now), Math.max(low[now], old.low(before)));
      }
      long difference = figures.count(now) - old.value(before);
      if (shown && now != all && policy.isSmall(Math.abs(difference))) {
        must[now] = true;
        if (width[now] == 0) {
          width[now] = policy.width();
          reach[now] = -difference;
        }
      }
    }
  }

  private Protection run() {
    for (int figure = 0; figure < must.length; figure++) {
      if (must[figure] && fixed[figure]) {
        throw new BadRelease(
            "The policy cannot be met: %s counts %s and readers can already tell it (policy.threshold is %d). Maybe declare previous otherwise, or leave the table out."
                .formatted(
                    figures.layout().name(figure),
                    figures.count(figure) == 0 ? "nobody" : "few",
                    policy.threshold()));
      }
    }
    for (int round = 0; ; round++) {
      Hiding.Pattern pattern = Hiding.of(task());
      if (!pattern.unmet().isEmpty()) {
        throw cannot(pattern.unmet().stream().map(figures.layout()::name).toList());
      }
      Published published = Published.hiding(figures, pattern.hidden());
      AuditReport report = Audit.of(published, earlier, figures, pattern.worlds(), false);
      if (report.passed() || round == MOST_ROUNDS || !heed(report)) {
        return new Protection(published, report, pattern.worlds());
      }
    }
  }

  /** What the audit found is protected like a small count; false where nothing is new. */
  private boolean heed(AuditReport report) {
    List<String> names = report.findings().stream().map(Finding::cell).toList();
    boolean anew = false;
    for (int figure = 0; figure < width.length; figure++) {
      if (width[figure] == 0 && !fixed[figure] && names.contains(figures.layout().name(figure))) {
        width[figure] = policy.width();
        must[figure] = true;
        anew = true;
      }
    }
    return anew;
  }

  private Task task() {
    int[] cost = new int[low.length];
    int variables = figures.layout().release().variables().size();
    for (int figure = 0; figure < cost.length; figure++) {
      int size = Long.SIZE - Long.numberOfLeadingZeros(figures.count(figure));
      cost[figure] = ONE_CELL + size + 10 * figures.layout().totals(figure) / variables;
    }
    return new Task(
        figures.counts(),
        low,
        must,
        fixed,
        cost,
        figures.layout().sums(),
        width,
        reach,
        policy.insiders() ? Audit.insiders(figures, figure -> !fixed[figure]) : List.of());
  }

  private BadRelease cannot(List<String> cells) {
    return new BadRelease(
        "The policy cannot be met for %d cells whatever else is hidden: %s. Maybe group categories (variables), leave out a table, or ask for less (policy.width is %d)."
            .formatted(
                cells.size(),
                cells.stream().limit(5).collect(Collectors.joining("; ")),
                policy.width()));
  }
}
