package org.passerelle.steer.release.web;

import java.time.Instant;
import java.util.List;

/** What everybody may read of released figures. */
public final class PublicPage {
  private PublicPage() {}

  /** A release in the archive. */
  public record Line(int number, String title, Instant at, List<String> tables) {
    public Line {
      tables = List.copyOf(tables);
    }
  }

  /** A figure within a page of another site. */
  public record Embedded(int number, String title, FigureView table) {}

  /** What it is about, with and without who is counted. */
  public record Heading(String title, String period) {}

  /**
   * A release.
   *
   * @param of code of the population
   * @param method how the figures were protected, in a sentence
   * @param embed address of what other sites may frame, before the id of a table
   */
  public record One(
      int number,
      String of,
      Heading heading,
      Instant at,
      String digest,
      String method,
      String embed,
      List<FigureView> tables) {
    public One {
      tables = List.copyOf(tables);
    }
  }
}
