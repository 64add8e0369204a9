package org.passerelle.steer.iati.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.steer.iati.StandardCheck.Problem;

/**
 * The export of a year as a page shows it, in the reader's language.
 *
 * @param years that can be chosen
 * @param publisher name and identifier
 * @param activities in the file
 * @param leftOut projects of the year that are not
 * @param unclear dates and codes that stand in for what is not known
 * @param checkable whether the standard is at hand
 * @param problems what the check found, or null if it was not asked
 */
public record IatiPage(
    int year,
    List<Integer> years,
    String publisher,
    String identifier,
    List<Line> activities,
    List<LeftOut> leftOut,
    List<Withheld> withheld,
    boolean checkable,
    @Nullable List<Problem> problems) {
  public IatiPage {
    years = List.copyOf(years);
    activities = List.copyOf(activities);
    leftOut = List.copyOf(leftOut);
    withheld = List.copyOf(withheld);
    problems = problems == null ? null : List.copyOf(problems);
  }

  /** Whether the check found nothing that keeps the file from being published. */
  public boolean isSound() {
    return problems != null && problems.stream().noneMatch(Problem::error);
  }

  /**
   * An activity.
   *
   * @param start as it is reported
   * @param unclear what stands in for something that is not known; empty if nothing does
   */
  public record Line(String title, String href, String start, List<String> unclear) {
    public Line {
      unclear = List.copyOf(unclear);
    }
  }

  /** A project of the year that the file does not hold. */
  public record LeftOut(String title, String href, String why) {}

  /** An element that is withheld, with the reason that was recorded. */
  public record Withheld(
      String title, String href, String element, String reason, boolean understood) {}
}
