package org.passerelle.linkage.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.passerelle.linkage.names.internal.RuleFile;

/**
 * Probabilities of each level of agreement for two files of one person (m) and of different persons
 * (u), from a file measured on invented persons.
 */
public final class LikenessWeights {
  private static final String FILE = "files/weights.yaml";
  private final Map<String, Map<String, double[]>> weights;

  private LikenessWeights(Map<String, Map<String, double[]>> weights) {
    this.weights = weights;
  }

  /** Those in use. */
  public static LikenessWeights load() {
    Map<String, Map<String, double[]>> weights = new HashMap<>();
    RuleFile.read(FILE)
        .values()
        .forEach(
            (attribute, levels) ->
                weights.put(String.valueOf(attribute), levels((Map<?, ?>) levels)));
    return new LikenessWeights(weights);
  }

  private static Map<String, double[]> levels(Map<?, ?> levels) {
    Map<String, double[]> of = new HashMap<>();
    levels.forEach((level, mu) -> of.put(String.valueOf(level), pair((List<?>) mu)));
    return of;
  }

  private static double[] pair(List<?> mu) {
    return mu.stream().mapToDouble(n -> ((Number) n).doubleValue()).toArray();
  }

  /** Share of pairs of the same person with this level. */
  public double m(String attribute, String level) {
    return of(attribute, level)[0];
  }

  /** Share of pairs of different persons with this level. */
  public double u(String attribute, String level) {
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
