package org.passerelle.protect.casework.supervision.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.supervision.ClosureCheck;

/**
 * View of a case before closing.
 *
 * @param reasons codes of reasons for closing
 * @param needsYes whether a supervisor must approve
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

  /** Number of unfinished matters. */
  public int missing() {
    return (int) points.stream().filter(p -> !p.settled()).count();
  }
}
