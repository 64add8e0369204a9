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
  private final long most;

  private Suppression(Figures figures, List<EarlierRelease> earlier, long most) {
    this.most = most;
    this.figures = figures;
    this.layout = figures.layout();
    this.policy = layout.release().policy();
    this.earlier = earlier;
    boolean[] open = new boolean[layout.size()];
    for (int figure = 0; figure < open.length; figure++) {
      open[figure] = figures.isOccupied(figure) || !policy.zerosShown() || figure >= layout.shown();
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
      must[figure] = figures.isSmall(figure);
      width[figure] = figures.distance(figure);
      // of an amount the highest estimate counts, so that only tables above the truth protect it
      low[figure] = must[figure] && isAmount() ? truth[figure] : low[figure];
    }
    SensitiveGroups.alike(figures).forEach(this::heed);
    heed();
  }

  /**
   * Protects figures.
   *
   * @throws BadRelease if no suppression meets the policy; it names the cells
   */
  static Protection protect(Figures figures, List<EarlierRelease> earlier) {
    return protect(figures, earlier, Hiding.MOST_STEPS);
  }

  /** The same within a number of steps for each search of a pattern. */
  static Protection protect(Figures figures, List<EarlierRelease> earlier, long most) {
    return new Suppression(figures, earlier, most).run();
  }

  private boolean isAmount() {
    return layout.release().counting().isAmount();
  }

  /**
   * Hides of a group that shares a sensitive category the other one in which there are most people
   * elsewhere, so that readers cannot tell whether somebody of the group is there.
   */
  private void heed(SensitiveGroups.Group group) {
    int best = -1;
    long most = -1;
    for (int other : group.others()) {
      long elsewhere = fixed[other] ? -1 : elsewhere(other);
      if (elsewhere > most) {
        best = other;
        most = elsewhere;
      }
    }
    if (best < 0) {
      throw new BadRelease(
          "The policy cannot be met: everybody in %s has %s, which is sensitive (variables), and readers see that nobody is in another category. Maybe policy.zeros: hidden, group categories, or omit the table."
              .formatted(layout.name(group.group()), layout.name(group.category())),
          List.of(named(group.category())));
    }
    must[best] = true;
    width[best] = Math.max(width[best], layout.release().width());
  }

  /** The largest figure of which a figure is a part. */
  private long elsewhere(int figure) {
    long most = 0;
    for (int[] sum : layout.shownSums()) {
      for (int i = 1; i < sum.length; i++) {
        most = sum[i] == figure ? Math.max(most, figures.count(sum[0])) : most;
      }
    }
    return most;
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
          && difference != 0
          && Math.abs(difference) < layout.release().enough()) {
        width[meeting.difference()] = layout.release().width();
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
                .formatted(layout.name(figure), policy.threshold()),
            List.of(named(figure)));
      }
    }
    for (int round = 0; ; round++) {
      Hiding.Pattern pattern = Hiding.of(task(), most);
      if (!pattern.unmet().isEmpty()) {
        throw cannot(
            pattern.unmet().stream().map(cell -> publishedSystem.origin(cell).name()).toList(),
            pattern.spent());
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
        width[cell] = layout.release().width();
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

  private CellName named(int figure) {
    return publishedSystem.origin(figure).name();
  }

  private BadRelease cannot(List<CellName> cells, boolean spent) {
    String why =
        spent
            ? "The permitted steps were used up before %d cells (%s) were protected: the release is too large for its policy."
            : "No pattern was found that protects %d cells (%s): the policy cannot be met.";
    return new BadRelease(
        (why
                + " Maybe group categories (variables), omit a table, or weaken the policy (policy.width is %d).")
            .formatted(
                cells.size(),
                cells.stream().limit(5).map(CellName::toString).collect(Collectors.joining("; ")),
                policy.width()),
        cells);
  }
}
