package org.passerelle.disclosure;

import java.util.Arrays;
import java.util.List;
import org.passerelle.disclosure.internal.ControlledRounding;

/** Rounds every figure to a neighbouring multiple of the policy's base, preserving sums. */
final class Rounding {
  private Rounding() {}

  /**
   * Protects figures.
   *
   * @throws BadRelease if the base is too small for the policy, or no rounding preserves all sums
   */
  static Protection protect(Figures figures, List<EarlierRelease> earlier) {
    Policy policy = figures.layout().release().policy();
    // a zero reveals that the count is less than the base
    if (figures.layout().release().counting().isAmount()) {
      throw new BadRelease(
          "policy.method is rounding, and the release adds up amounts, of which no rounding hides a large contributor. Maybe policy.method: suppression.");
    }
    long width = figures.layout().release().width();
    if (policy.base() - 1 < width) {
      throw new BadRelease(
          "policy.base is %d: a zero then represents at most %d, an interval narrower than policy.width, %d. Maybe a base of %d."
              .formatted(policy.base(), policy.base() - 1, width, width + 1));
    }
    long[] rounded =
        ControlledRounding.of(figures.counts(), figures.layout().shownSums(), policy.base());
    if (rounded == null) {
      throw new BadRelease(
          "No rounding to multiples of %d that preserves every sum was found. Maybe fewer dimensions in tables, or policy.method: suppression."
              .formatted(policy.base()));
    }
    Published.Mark[] marks = new Published.Mark[rounded.length];
    Arrays.fill(marks, 0, figures.layout().shown(), Published.Mark.ROUNDED);
    Arrays.fill(marks, figures.layout().shown(), marks.length, Published.Mark.HIDDEN);
    Published published = new Published(figures.layout(), marks, rounded);
    return new Protection(published, Audit.of(published, earlier, figures, List.of(), false));
  }
}
