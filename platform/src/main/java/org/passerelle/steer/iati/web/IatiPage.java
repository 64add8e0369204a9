package org.passerelle.steer.iati.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.steer.iati.StandardCheck.Problem;

/**
 * The export of a year in the reader's language.
 *
 * @param years available years
 * @param publisher name and identifier
 * @param activities activities in the file
 * @param leftOut projects of the year that were left out
 * @param unclear dates and codes that replace unknown ones
 * @param checkable whether the standard is configured
 * @param problems result of the check, or null if it was not requested
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

  /** Whether the check found no error. */
  public boolean isSound() {
    return problems != null && problems.stream().noneMatch(Problem::error);
  }

  /**
   * An activity.
   *
   * @param start as reported
   * @param unclear what replaces unknown values; empty if nothing does
   */
  public record Line(String title, String href, String start, List<String> unclear) {
    public Line {
      unclear = List.copyOf(unclear);
    }
  }

  /** A project of the year that is not in the file. */
  public record LeftOut(String title, String href, String why) {}

  /** A withheld element with the recorded reason. */
  public record Withheld(
      String title, String href, String element, String reason, boolean understood) {}
}
