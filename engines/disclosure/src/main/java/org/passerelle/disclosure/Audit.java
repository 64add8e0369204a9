package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.passerelle.disclosure.internal.Attack;
import org.passerelle.disclosure.internal.CellSystem;
import org.passerelle.disclosure.internal.Deviation;
import org.passerelle.disclosure.internal.Insiders;

/**
 * Attacks figures with everything that an outsider has: all published figures, earlier releases,
 * and a solver.
 *
 * <p>A cell passes if there are two integer tables that fit everything published and differ in it
 * by the policy's width, or if it is certain not to be small. A difference between two releases
 * also passes if it may be zero. If the records are available, each person who is alone in cells
 * attacks too, knowing those cells.
 *
 * <p>Source: Fischetti and Salazar, <i>Solving the cell suppression problem on tabular data with
 * linear constraints</i>, Management Science 47 (2001); Hundepool et al., <i>Statistical Disclosure
 * Control</i> (2012), chapter 4; for singletons Giessing and others, τ-Argus' manual.
 */
public final class Audit {
  private static final int[] NOBODY = {};
  private static final int STARTS = 3;
  private final PublishedSystem publishedSystem;
  private final Policy policy;
  private final Published published;
  private final @Nullable Figures truth;
  private final List<Finding> findings = new ArrayList<>();
  private final List<AuditReport.CellInterval> intervals = new ArrayList<>();
  private final boolean all;
  private final List<Attack> elsewhere = new ArrayList<>();

  private Audit(
      Published published,
      List<EarlierRelease> earlier,
      @Nullable Figures truth,
      boolean intervals) {
    this.published = published;
    this.policy = published.layout().release().policy();
    this.publishedSystem = new PublishedSystem(published, earlier);
    this.truth = truth;
    this.all = intervals;
  }

  /**
   * Audits a release without the records.
   *
   * @param intervals whether the interval of each attacked cell is computed, which takes longer
   */
  public static AuditReport of(
      Published published, List<EarlierRelease> earlier, boolean intervals) {
    return new Audit(published, earlier, null, intervals).run(List.of());
  }

  /**
   * Audits a release with the records.
   *
   * @param worlds deviations to other fitting tables, offered to the attacker; each is checked
   */
  static AuditReport of(
      Published published,
      List<EarlierRelease> earlier,
      Figures truth,
      List<Deviation> worlds,
      boolean intervals) {
    return new Audit(published, earlier, truth, intervals).run(worlds);
  }

  private AuditReport run(List<Deviation> worlds) {
    CellSystem system = publishedSystem.system();
    long[] values = truth == null ? null : publishedSystem.truth(truth, system);
    Attack attack = new Attack(system, values, new Places(publishedSystem, published.layout()));
    if (!attack.isConsistent()) {
      findings.add(
          new Finding(
              Finding.Kind.CONTRADICTION,
              new CellName(CellName.Of.RELEASE, Layout.TOTAL, published.layout().release().id()),
              0,
              0));
      return report(0, 0, attack);
    }
    if (values != null) {
      worlds.forEach(attack::offer);
    } else {
      attack.begin(published.layout().release().width(), 0);
    }
    int attacked = 0;
    for (int cell = 0; cell < publishedSystem.size(); cell++) {
      if (publishedSystem.isBehind(cell)) {
        continue;
      }
      if (system.isOpen(cell)) {
        attacked++;
        judge(cell, attack);
      } else if (publishedSystem.origin(cell).kind() == PublishedSystem.Kind.FIGURE
          && published.mark(cell) == Published.Mark.SHOWN
          && isSmall(cell, system.low(cell))) {
        findings.add(finding(Finding.Kind.SMALL, cell, system.low(cell), system.low(cell)));
      }
    }
    Insiders insiders =
        new Insiders(
            publishedSystem.size(), truth == null ? List.of() : insiders(truth, system::isOpen));
    if (policy.insiders() && truth != null) {
      judge(insiders, attack, system, truth);
    }
    if (truth != null) {
      judgeAmounts(truth, attack, system);
    }
    judgeGroups(attack, system);
    return report(attacked, insiders.size(), attack);
  }

  /** Without the records it is not known of an amount. */
  private boolean isSmall(int cell, long value) {
    return truth != null
        ? truth.isSmall(cell)
        : !published.layout().release().counting().isAmount() && policy.isSmall(value);
  }

  /** The highest estimate of each amount that says too much of one contributor. */
  private void judgeAmounts(Figures figures, Attack attack, CellSystem system) {
    for (int cell = 0; cell < published.layout().shown(); cell++) {
      if (!published.layout().release().counting().isAmount()
          || !figures.isSmall(cell)
          || !system.isOpen(cell)) {
        continue;
      }
      long needed = figures.count(cell) + figures.distance(cell);
      long[] seen = attack.seen(cell);
      if (seen.length < 2 || seen[1] < needed) {
        Attack.Interval interval = attack.interval(cell);
        seen = attack.seen(cell);
        if (interval.high() < needed || seen.length < 2 || seen[1] < needed) {
          findings.add(finding(Finding.Kind.DOMINATED, cell, interval.low(), interval.high()));
        }
      }
    }
  }

  /** Groups of which readers can tell that everybody shares a sensitive category. */
  private void judgeGroups(Attack attack, CellSystem system) {
    List<SensitiveGroups.Group> groups =
        truth == null ? SensitiveGroups.of(published.layout()) : SensitiveGroups.alike(truth);
    long width = published.layout().release().width();
    for (SensitiveGroups.Group group : groups) {
      boolean open = truth == null && attack.interval(group.category()).low() == 0;
      for (int other : group.others()) {
        open |=
            truth == null
                ? attack.interval(other).high() > 0
                : system.isOpen(other) && attack.leaves(other, width, NOBODY);
      }
      if (!open) {
        Attack.Interval interval = attack.interval(group.category());
        findings.add(
            finding(Finding.Kind.ATTRIBUTE, group.category(), interval.low(), interval.high()));
      }
    }
  }

  private void judge(int cell, Attack attack) {
    PublishedSystem.Kind kind = publishedSystem.origin(cell).kind();
    boolean wide =
        kind != PublishedSystem.Kind.DIFFERENCE
            && (attack.leaves(cell, publishedSystem.promised(cell).width(), NOBODY)
                || isWideFromElsewhere(cell, attack));
    if (wide && !all) {
      return;
    }
    Attack.Interval interval = attack.interval(cell);
    if (all) {
      intervals.add(
          new AuditReport.CellInterval(
              publishedSystem.origin(cell).name(),
              interval.low(),
              interval.high(),
              interval.proven()));
    }
    if (!wide && !isHarmless(cell, interval)) {
      findings.add(
          finding(
              interval.width() == 0
                  ? Finding.Kind.RECOVERED
                  : interval.width() < publishedSystem.promised(cell).width()
                      ? Finding.Kind.NARROW
                      : Finding.Kind.UNPROVEN,
              cell,
              interval.low(),
              interval.high()));
    }
  }

  /**
   * In a large system, whether tables found from other starting points prove what the first does
   * not.
   */
  private boolean isWideFromElsewhere(int cell, Attack attack) {
    if (!attack.isLarge(cell)) {
      return false;
    }
    long[] seen = attack.seen(cell);
    for (int start = 1; start <= STARTS; start++) {
      if (elsewhere.size() < start) {
        Attack next =
            new Attack(
                publishedSystem.system(), null, new Places(publishedSystem, published.layout()));
        next.begin(publishedSystem.promised(cell).width(), start);
        elsewhere.add(next);
      }
      Attack other = elsewhere.get(start - 1);
      if (other.leaves(cell, publishedSystem.promised(cell).width(), NOBODY)) {
        return true;
      }
      seen = LongStream.concat(LongStream.of(seen), LongStream.of(other.seen(cell))).toArray();
      if (LongStream.of(seen).max().orElse(0) - LongStream.of(seen).min().orElse(0)
          >= publishedSystem.promised(cell).width()) {
        return true;
      }
    }
    return false;
  }

  private boolean isHarmless(int cell, Attack.Interval interval) {
    if (publishedSystem.origin(cell).kind() == PublishedSystem.Kind.DIFFERENCE) {
      boolean mayBeZero = interval.low() <= 0 && interval.high() >= 0;
      boolean large =
          interval.low() >= publishedSystem.promised(cell).enough()
              || -interval.high() >= publishedSystem.promised(cell).enough();
      return mayBeZero
          || large
          || interval.width() >= publishedSystem.promised(cell).width()
          || publishedSystem.isDifferenceOfAll(cell);
    }
    return interval.low() >= publishedSystem.promised(cell).enough() || interval.high() == 0;
  }

  private Finding finding(Finding.Kind kind, int cell, long low, long high) {
    return new Finding(kind, publishedSystem.origin(cell).name(), low, high);
  }

  private void judge(Insiders insiders, Attack attack, CellSystem system, Figures figures) {
    for (int cell = 0; cell < published.layout().shown(); cell++) {
      if (system.isOpen(cell)
          && figures.isSmall(cell)
          && attack.whoNarrows(cell, figures.distance(cell), insiders) != null) {
        findings.add(finding(Finding.Kind.INSIDER, cell, figures.count(cell), figures.count(cell)));
      }
    }
  }

  /** For each person who is alone in suppressed cells: those cells, in ascending order. */
  static List<int[]> insiders(Figures truth, IntPredicate hidden) {
    Map<Integer, List<Integer>> byPerson = new TreeMap<>();
    for (int cell = 0; cell < truth.layout().shown(); cell++) {
      if (truth.alone(cell) >= 0 && hidden.test(cell)) {
        byPerson.computeIfAbsent(truth.alone(cell), person -> new ArrayList<>()).add(cell);
      }
    }
    // ordered by their cells and not by the records, whose order must not influence a pattern
    return byPerson.values().stream()
        .map(cells -> cells.stream().mapToInt(Integer::intValue).toArray())
        .sorted(Arrays::compare)
        .toList();
  }

  private AuditReport report(int attacked, int insiders, Attack attack) {
    return new AuditReport(
        published.layout().shown(),
        published.many(Published.Mark.HIDDEN),
        attacked,
        insiders,
        truth != null,
        attack.programsRun(),
        findings,
        intervals);
  }
}
