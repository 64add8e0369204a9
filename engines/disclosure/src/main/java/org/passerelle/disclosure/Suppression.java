package org.passerelle.disclosure;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.passerelle.disclosure.internal.Attack;
import org.passerelle.disclosure.internal.CellSystem;
import org.passerelle.disclosure.internal.Hiding;
import org.passerelle.disclosure.internal.Insiders;
import org.passerelle.disclosure.internal.Task;

/**
 * Suppresses small counts, and as few others as possible, so that the audit passes: all tables
 * together, since tables protected separately can reveal each other. Earlier releases are included:
 * what they suppress stays suppressed, and small differences from them are suppressed, too.
 * Deterministic.
 *
 * <p>Source: Fischetti and Salazar (2001); Castro, <i>Recent advances in optimization techniques
 * for statistical tabular data protection</i>, EJOR 216 (2012).
 */
final class Suppression {
  private static final int MOST_ROUNDS = 8;

  /**
   * Cost per cell, whatever its value; among equally many cells, those with smaller values are
   * preferred.
   */
  private static final int ONE_CELL = 10_000;

  private final Figures figures;
  private final Layout layout;
  private final Policy policy;
  private final List<EarlierRelease> earlier;
  private final PublishedSystem publishedSystem;
  private final CellSystem system;
  private final long[] truth;
  private final boolean[] must;
  private final boolean[] fixed;
  private final long[] low;
  private final long[] width;
  private final long[] reach;

  private Suppression(Figures figures, List<EarlierRelease> earlier) {
    this.figures = figures;
    this.layout = figures.layout();
    this.policy = layout.release().policy();
    this.earlier = earlier;
    boolean[] open = new boolean[layout.size()];
    for (int figure = 0; figure < open.length; figure++) {
      open[figure] = figures.count(figure) > 0 || !policy.zerosShown() || figure >= layout.shown();
    }
    this.publishedSystem = new PublishedSystem(Published.hiding(figures, open), earlier);
    this.system = publishedSystem.system();
    this.truth = publishedSystem.truth(figures, system);
    must = new boolean[publishedSystem.size()];
    fixed = new boolean[publishedSystem.size()];
    low = new long[publishedSystem.size()];
    width = new long[publishedSystem.size()];
    reach = new long[publishedSystem.size()];
    for (int cell = 0; cell < publishedSystem.size(); cell++) {
      low[cell] = Math.min(truth[cell], system.low(cell));
      fixed[cell] = !system.isOpen(cell);
      must[cell] = cell >= layout.shown() && !fixed[cell];
    }
    for (int figure = 0; figure < layout.shown(); figure++) {
      must[figure] = policy.isSmall(figures.count(figure));
      width[figure] = must[figure] ? policy.width() : 0;
    }
    heed();
  }

  /**
   * Protects figures.
   *
   * @throws BadRelease if no suppression meets the policy; it names the cells
   */
  static Protection protect(Figures figures, List<EarlierRelease> earlier) {
    return new Suppression(figures, earlier).run();
  }

  /** Considers what earlier releases and differences to them reveal. */
  private void heed() {
    for (PublishedSystem.Meeting meeting : publishedSystem.meetings()) {
      boolean shown = fixed[meeting.before()];
      if (meeting.difference() < 0) {
        fixed[meeting.now()] |= shown;
        must[meeting.now()] |= !shown && truth[meeting.now()] > 0;
        must[meeting.now()] &= !shown || meeting.now() < layout.shown();
        continue;
      }
      long difference = truth[meeting.difference()];
      if (shown
          && meeting.now() < layout.shown()
          && !publishedSystem.isDifferenceOfAll(meeting.difference())
          && policy.isSmall(Math.abs(difference))) {
        width[meeting.difference()] = policy.width();
        reach[meeting.difference()] = -difference;
      }
    }
    if (publishedSystem.hasEarlier()) {
      keepHidden();
    }
  }

  /** Cells that earlier releases suppressed successfully stay suppressed. */
  private void keepHidden() {
    for (EarlierRelease one : earlier) {
      if (!one.isLinked()) {
        continue;
      }
      Attack before =
          new Attack(new PublishedSystem(one.published(), List.of()).system(), null, null);
      for (int cell = layout.size(); cell < publishedSystem.size(); cell++) {
        PublishedSystem.Origin origin = publishedSystem.origin(cell);
        if (origin.kind() == PublishedSystem.Kind.EARLIER
            && origin.release() == one.published().layout()
            && !publishedSystem.isBehind(cell)
            && !fixed[cell]
            && before.leaves(origin.figure(), publishedSystem.promised(cell).width(), new int[0])) {
          width[cell] = publishedSystem.promised(cell).width();
        }
      }
    }
  }

  private Protection run() {
    for (int figure = 0; figure < layout.shown(); figure++) {
      if (must[figure] && fixed[figure]) {
        throw new BadRelease(
            "The policy cannot be met: %s counts few and can already be derived by readers (policy.threshold is %d). Maybe declare previous differently, or omit the table."
                .formatted(layout.name(figure), policy.threshold()));
      }
    }
    for (int round = 0; ; round++) {
      Hiding.Pattern pattern = Hiding.of(task());
      if (!pattern.unmet().isEmpty()) {
        throw cannot(
            pattern.unmet().stream()
                .map(cell -> publishedSystem.origin(cell).name().toString())
                .toList());
      }
      Published published =
          Published.hiding(figures, Arrays.copyOf(pattern.hidden(), layout.size()));
      AuditReport report = Audit.of(published, earlier, figures, pattern.deviations(), false);
      if (report.passed() || round == MOST_ROUNDS || !heed(report)) {
        return new Protection(published, report);
      }
    }
  }

  /** Adds the audit's findings to the cells to protect; false if there is nothing new. */
  private boolean heed(AuditReport report) {
    Set<CellName> names = new HashSet<>();
    report.findings().forEach(finding -> names.add(finding.cell()));
    boolean anew = false;
    for (int cell = 0; cell < width.length; cell++) {
      if (width[cell] == 0 && !fixed[cell] && names.contains(publishedSystem.origin(cell).name())) {
        width[cell] = policy.width();
        must[cell] = true;
        anew = true;
      }
    }
    return anew;
  }

  private Task task() {
    int[] cost = new int[low.length];
    int variables = layout.release().variables().size();
    Arrays.fill(cost, ONE_CELL);
    for (int figure = 0; figure < layout.size(); figure++) {
      int size = Long.SIZE - Long.numberOfLeadingZeros(figures.count(figure));
      cost[figure] += size + 10 * layout.totals(figure) / variables;
    }
    return new Task(
        truth,
        low,
        must,
        fixed,
        cost,
        system.sums(),
        width,
        reach,
        new Insiders(
            low.length,
            policy.insiders() ? Audit.insiders(figures, figure -> !fixed[figure]) : List.of()),
        new Places(publishedSystem, layout));
  }

  private BadRelease cannot(List<String> cells) {
    return new BadRelease(
        "No pattern was found that protects %d cells (%s): the policy cannot be met. Maybe group categories (variables), omit a table, or weaken the policy (policy.width is %d)."
            .formatted(
                cells.size(),
                cells.stream().limit(5).collect(Collectors.joining("; ")),
                policy.width()));
  }
}
