package org.passerelle.steer.release;

import java.time.Instant;
import java.util.List;

/**
 * A release as it stands in the archive.
 *
 * @param scope who is counted, when, and for which yearly return
 * @param tables ids of its tables
 * @param askedBy name of whoever asked for it; not public
 * @param approvedBy name of the second person; not public
 * @param digest SHA-256 of its content
 */
public record FigureRelease(
    int number,
    Scope scope,
    List<String> tables,
    Instant at,
    String askedBy,
    String approvedBy,
    String digest) {
  public FigureRelease {
    tables = List.copyOf(tables);
  }

  /**
   * What a release is about.
   *
   * @param forReturn id of the yearly return that it is a part of; empty if it is none
   */
  public record Scope(Population population, Period period, String forReturn) {}

  /** The period. */
  public Period period() {
    return scope.period();
  }
}
