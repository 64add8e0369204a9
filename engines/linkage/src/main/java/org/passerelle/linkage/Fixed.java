package org.passerelle.linkage;

import java.io.Serializable;
import java.util.List;

/**
 * What is known of a column beforehand and is not learnt: one number for each level of its
 * comparison, from values that differ up to the same; empty where it is learnt.
 *
 * @param m how often each level occurs among pairs of one person; they add up to 1
 * @param u the same of two persons
 * @param weights what each level adds, in bits; then neither m nor u counts, nor how rare a value
 *     is
 */
public record Fixed(List<Double> m, List<Double> u, List<Double> weights) implements Serializable {
  private static final double ROUNDED = 0.01;

  public Fixed {
    m = List.copyOf(m);
    u = List.copyOf(u);
    weights = List.copyOf(weights);
  }

  /**
   * Refuses what cannot be used.
   *
   * @param levels what the levels of the column mean
   * @throws BadRecords with the column and the field
   */
  void mustFit(String column, List<String> levels) {
    mustFit(column + ": m", m, levels);
    mustFit(column + ": u", u, levels);
    mustFit(column + ": weights", weights, levels);
    mustBeShares(column + ": m", m);
    mustBeShares(column + ": u", u);
  }

  private static void mustFit(String field, List<Double> numbers, List<String> levels) {
    if (!numbers.isEmpty() && numbers.size() != levels.size()) {
      throw new BadRecords(
          "fixed: %s has %d numbers; %d are expected, for: %s."
              .formatted(field, numbers.size(), levels.size(), String.join(" / ", levels)));
    }
  }

  private static void mustBeShares(String field, List<Double> numbers) {
    double sum = numbers.stream().mapToDouble(Double::doubleValue).sum();
    boolean shares = numbers.stream().allMatch(n -> n > 0 && n < 1);
    if (!numbers.isEmpty() && !(shares && Math.abs(sum - 1) <= ROUNDED)) {
      throw new BadRecords(
          "fixed: %s is %s. Maybe shares above 0 that add up to 1 are meant."
              .formatted(field, numbers));
    }
  }
}
