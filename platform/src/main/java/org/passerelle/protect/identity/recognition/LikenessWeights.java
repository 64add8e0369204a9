package org.passerelle.protect.identity.recognition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.passerelle.language.ResourceYaml;

/**
 * Probabilities of each level of agreement for two files of one person (m) and of different persons
 * (u), from a file that {@code LikenessFiguresTest} measures on invented persons.
 */
final class LikenessWeights {
  private static final String FILE = "protect/recognition/weights.yaml";
  private final Map<String, Map<String, double[]>> weights;

  private LikenessWeights(Map<String, Map<String, double[]>> weights) {
    this.weights = weights;
  }

  static LikenessWeights load() {
    Map<String, Map<String, double[]>> weights = new HashMap<>();
    ResourceYaml.read(FILE)
        .forEach(
            (attribute, levels) -> {
              Map<String, double[]> of = new HashMap<>();
              ResourceYaml.map(levels).forEach((level, mu) -> of.put(level, pair(mu)));
              weights.put(attribute, of);
            });
    return new LikenessWeights(weights);
  }

  private static double[] pair(Object mu) {
    return ((List<?>) mu).stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
  }

  /** Share of pairs of the same person with this level. */
  double m(String attribute, String level) {
    return of(attribute, level)[0];
  }

  /** Share of pairs of different persons with this level. */
  double u(String attribute, String level) {
    return of(attribute, level)[1];
  }

  /** Weight of a level, in bits. */
  Agreement agreement(String attribute, String level) {
    return agreement(attribute, level, u(attribute, level));
  }

  /** The same with another share for different persons. */
  Agreement agreement(String attribute, String level, double u) {
    return new Agreement(attribute, level, Math.log(m(attribute, level) / u) / Math.log(2));
  }

  private double[] of(String attribute, String level) {
    return Objects.requireNonNull(
        Objects.requireNonNull(weights.get(attribute), attribute).get(level), level);
  }
}
