package org.passerelle.protect.supervision.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.supervision.ClosureCheck;

/**
 * A case before it is closed.
 *
 * @param reasons codes of why the work can end
 * @param needsYes whether a supervisor must agree
 */
public record ClosingPage(
    Case file,
    List<ClosureCheck.Point> points,
    List<String> reasons,
    boolean needsYes,
    Filled form) {
  public ClosingPage {
    points = List.copyOf(points);
    reasons = List.copyOf(reasons);
  }

  /** How many points are missing. */
  public int missing() {
    return (int) points.stream().filter(p -> !p.settled()).count();
  }
}
