package org.passerelle.understand.estimation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.estimation.Estimate;

/**
 * The methods of a study that estimate the number itself and were not refused; Chao's is a lower
 * bound. Immutable.
 */
public record Estimating(List<Estimate> methods) {
  public Estimating {
    methods = List.copyOf(methods);
  }

  /** Those of a result. */
  public static Estimating of(StudyResult result) {
    return new Estimating(
        result.estimates().stream()
            .filter(e -> e.estimate() != null && !e.method().equals("chao"))
            .toList());
  }

  /** The lowest estimate. */
  public double least() {
    return methods.stream().mapToDouble(e -> or(e.estimate(), 0)).min().orElse(0);
  }

  /** The highest estimate. */
  public double most() {
    return methods.stream().mapToDouble(e -> or(e.estimate(), 0)).max().orElse(0);
  }

  /** The lowest limit of an interval. */
  public double lowest() {
    return methods.stream().mapToDouble(e -> or(e.lower(), or(e.estimate(), 0))).min().orElse(0);
  }

  /** The highest limit of an interval. */
  public double highest() {
    return methods.stream().mapToDouble(e -> or(e.upper(), or(e.estimate(), 0))).max().orElse(0);
  }

  /** Whether two intervals are disjoint, so that no single number may be published. */
  public boolean contradict() {
    double largestLower = 0;
    double smallestUpper = Double.POSITIVE_INFINITY;
    for (Estimate e : methods) {
      if (e.lower() != null && e.upper() != null) {
        largestLower = Math.max(largestLower, e.lower());
        smallestUpper = Math.min(smallestUpper, e.upper());
      }
    }
    return largestLower > smallestUpper;
  }

  private static double or(@Nullable Double value, double other) {
    return value == null ? other : value;
  }
}
