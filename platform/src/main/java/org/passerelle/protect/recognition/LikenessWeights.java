package org.passerelle.protect.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * How often two files of one person agree to a level (m), and two of different persons (u); a file,
 * measured on invented persons by {@code LikenessFiguresTest}.
 */
final class LikenessWeights {
  private static final String FILE = "/protect/recognition/weights.yaml";
  private final Map<String, Map<String, double[]>> weights;

  private LikenessWeights(Map<String, Map<String, double[]>> weights) {
    this.weights = weights;
  }

  static LikenessWeights load() {
    try (InputStream in =
        Objects.requireNonNull(LikenessWeights.class.getResourceAsStream(FILE), FILE)) {
      Map<String, Map<String, List<Number>>> read =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      Map<String, Map<String, double[]>> weights = new HashMap<>();
      read.forEach(
          (attribute, levels) -> {
            Map<String, double[]> of = new HashMap<>();
            levels.forEach(
                (level, mu) ->
                    of.put(level, new double[] {mu.get(0).doubleValue(), mu.get(1).doubleValue()}));
            weights.put(attribute, of);
          });
      return new LikenessWeights(weights);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Share of the pairs of one person that agree so far. */
  double m(String attribute, String level) {
    return of(attribute, level)[0];
  }

  /** Share of the pairs of two persons that agree so far. */
  double u(String attribute, String level) {
    return of(attribute, level)[1];
  }

  /** What a level adds, in bits. */
  Agreement agreement(String attribute, String level) {
    return agreement(attribute, level, u(attribute, level));
  }

  /** The same with a share of its own for two persons. */
  Agreement agreement(String attribute, String level, double u) {
    return new Agreement(attribute, level, Math.log(m(attribute, level) / u) / Math.log(2));
  }

  private double[] of(String attribute, String level) {
    return Objects.requireNonNull(
        Objects.requireNonNull(weights.get(attribute), attribute).get(level), level);
  }
}
