package org.passerelle.steer.release.estimate.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.steer.release.estimate.Identified;
import org.passerelle.understand.estimation.web.IntervalChart;

/**
 * An estimate as readers see it.
 *
 * @param title who is estimated, and when
 * @param sentence the estimate in a sentence
 * @param chart the estimate with its interval, beside those who were identified
 * @param percent level of the interval
 * @param identified null if no released figures count the same period
 * @param facts what it is about, in the order of the page
 * @param notes required where a country is named
 */
public record EstimateView(
    String title,
    String sentence,
    IntervalChart chart,
    int percent,
    Identified.@Nullable Total identified,
    List<Fact> facts,
    List<Assumption> assumptions,
    List<String> notes) {
  public EstimateView {
    facts = List.copyOf(facts);
    assumptions = List.copyOf(assumptions);
    notes = List.copyOf(notes);
  }

  /** A line of what it is about. */
  public record Fact(String label, String text) {}

  /**
   * An assumption.
   *
   * @param verdict {@code holds}, {@code doubtful} or {@code fails}
   */
  public record Assumption(String text, String verdict) {
    /** CSS class of the badge. */
    public String badge() {
      return switch (verdict) {
        case "holds" -> "good";
        case "fails" -> "danger";
        default -> "warn";
      };
    }
  }
}
