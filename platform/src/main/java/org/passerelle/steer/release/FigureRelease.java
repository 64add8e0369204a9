package org.passerelle.steer.release;

import java.time.Instant;
import java.util.List;

/**
 * A release as it stands in the archive.
 *
 * @param tables ids of its tables
 * @param askedBy name of whoever asked for it; not public
 * @param approvedBy name of the second person; not public
 * @param digest SHA-256 of its content
 */
public record FigureRelease(
    int number,
    Period period,
    List<String> tables,
    Instant at,
    String askedBy,
    String approvedBy,
    String digest) {
  public FigureRelease {
    tables = List.copyOf(tables);
  }
}
