package org.passerelle.disclosure;

import java.util.List;

/**
 * What an attacker makes of figures.
 *
 * @param figures how many there are
 * @param hidden how many of them are hidden
 * @param attacked cells that were attacked: hidden, rounded, earlier, differences
 * @param insiders persons who alone fill a hidden cell and were attackers too
 * @param insidersKnown whether the records were at hand, without which nobody knows who they are
 * @param programmes linear programmes solved
 * @param findings what must not leave like this; none where the audit is passed
 * @param intervals of the cells attacked, where they were asked for
 */
public record AuditReport(
    int figures,
    long hidden,
    int attacked,
    int insiders,
    boolean insidersKnown,
    long programmes,
    List<Finding> findings,
    List<CellInterval> intervals) {
  public AuditReport {
    findings = List.copyOf(findings);
    intervals = List.copyOf(intervals);
  }

  /**
   * What is left open of a cell.
   *
   * @param proven whether tables of whole numbers that reach both ends were found
   */
  public record CellInterval(CellName cell, long low, long high, boolean proven) {}

  /** Whether the figures may leave. */
  public boolean passed() {
    return findings.isEmpty();
  }
}
