package org.passerelle.understand.diagnosis.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.understand.diagnosis.Recommendation;

/**
 * Recommendations as their pages show them.
 *
 * @param recommendations in the order of the page
 * @param names of those who answered, by identifier
 * @param measures of the register that an answer names, by their name in it
 * @param choices measures to choose from; empty for whoever does not answer
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
   * @param href where its page is; empty if it was taken out of the register
   */
  public record Measure(String name, String href) {}

  /** The one that a page is about. */
  public Recommendation one() {
    return recommendations.get(0);
  }

  /** Those that wait, or those that do not. */
  public List<Recommendation> waiting(boolean wait) {
    return recommendations.stream()
        .filter(r -> wait == (r.state() == Recommendation.State.OPEN))
        .toList();
  }

  /** What a measure is called. */
  public Measure measure(String id) {
    return measures.getOrDefault(id, new Measure(id, ""));
  }

  /** What a colleague is called. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** What it is about, or empty. */
  public static String theme(Recommendation recommendation, Page page) {
    return recommendation.theme().code().isEmpty()
        ? ""
        : CodedPage.name(recommendation.theme(), page);
  }
}
