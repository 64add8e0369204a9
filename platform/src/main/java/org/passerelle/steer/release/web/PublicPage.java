package org.passerelle.steer.release.web;

import java.time.Instant;
import java.util.List;

/** What everybody may read of released figures. */
public final class PublicPage {
  private PublicPage() {}

  /** A release in the archive. */
  public record Line(int number, String period, Instant at, List<String> tables) {
    public Line {
      tables = List.copyOf(tables);
    }
  }

  /** A release. */
  public record One(
      int number,
      String period,
      Instant at,
      String digest,
      int threshold,
      List<FigureView> tables) {
    public One {
      tables = List.copyOf(tables);
    }
  }
}
