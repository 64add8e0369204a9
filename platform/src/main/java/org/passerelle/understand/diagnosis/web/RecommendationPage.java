package org.passerelle.understand.diagnosis.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.understand.diagnosis.Recommendation;

/**
 * Recommendations.
 *
 * @param recommendations in display order
 * @param names names of those who answered, by identifier
 * @param measures measures referred to, by their id in the register
 * @param choices options for a measure; empty for users who do not answer
 */
public record RecommendationPage(
    List<Recommendation> recommendations,
    Map<UUID, String> names,
    Map<String, Measure> measures,
    List<Option> choices) {
  public RecommendationPage {
    recommendations = List.copyOf(recommendations);
    names = Map.copyOf(names);
    measures = Map.copyOf(measures);
    choices = List.copyOf(choices);
  }

  /**
   * A measure of the strategy.
   *
   * @param href link to its page; empty if it was removed from the register
   */
  public record Measure(String name, String href) {}

  /** The recommendation of a page about a single one. */
  public Recommendation one() {
    return recommendations.get(0);
  }

  /** Those that await an answer, or the others. */
  public List<Recommendation> waiting(boolean wait) {
    return recommendations.stream()
        .filter(r -> wait == (r.state() == Recommendation.State.OPEN))
        .toList();
  }

  /** A measure by its id. */
  public Measure measure(String id) {
    return measures.getOrDefault(id, new Measure(id, ""));
  }

  /** Name of a colleague. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** Its theme, or empty. */
  public static String theme(Recommendation recommendation, Page page) {
    return recommendation.theme().code().isEmpty()
        ? ""
        : CodedPage.name(recommendation.theme(), page);
  }
}
