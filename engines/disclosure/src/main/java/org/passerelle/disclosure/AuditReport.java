package org.passerelle.disclosure;

import java.util.List;

/**
 * The result of an attack on figures.
 *
 * @param figures number of figures
 * @param hidden number of suppressed figures
 * @param attacked number of attacked cells: suppressed, rounded, earlier, differences
 * @param insiders number of persons alone in a suppressed cell who attacked, too
 * @param insidersKnown whether the records were available, without which insiders are unknown
 * @param programmes number of linear programmes solved
 * @param findings reasons against publishing; empty if the audit passed
 * @param intervals intervals of the attacked cells, if requested
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
   * The possible values of a cell.
   *
   * @param proven whether integer tables that reach both ends were found
   */
  public record CellInterval(CellName cell, long low, long high, boolean proven) {}

  /** Whether the figures may be published. */
  public boolean passed() {
    return findings.isEmpty();
  }
}
