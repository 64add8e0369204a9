package org.passerelle.understand.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Inter-coder agreement beyond chance. Values are nominal; if everybody always gave the same value,
 * agreement is undefined and the result is empty.
 */
public final class Agreement {
  private Agreement() {}

  /**
   * Cohen's κ of two coders (Cohen 1960, “A coefficient of agreement for nominal scales”), over the
   * units that both judged.
   *
   * @param one values of the first coder, by unit; null if not judged
   * @param other values of the second coder, same length
   * @return from −1 to 1, or empty if chance agreement is certain
   */
  public static OptionalDouble kappa(
      List<? extends @Nullable Object> one, List<? extends @Nullable Object> other) {
    if (one.size() != other.size()) {
      throw new IllegalArgumentException(
          "%d units by one coder, %d by the other.".formatted(one.size(), other.size()));
    }
    Map<Object, Integer> ofOne = new HashMap<>();
    Map<Object, Integer> ofOther = new HashMap<>();
    double judged = 0;
    double same = 0;
    for (int i = 0; i < one.size(); i++) {
      Object a = one.get(i);
      Object b = other.get(i);
      if (a != null && b != null) {
        judged++;
        same += a.equals(b) ? 1 : 0;
        ofOne.merge(a, 1, Integer::sum);
        ofOther.merge(b, 1, Integer::sum);
      }
    }
    double chance = 0;
    for (Map.Entry<Object, Integer> entry : ofOne.entrySet()) {
      chance += (double) entry.getValue() * ofOther.getOrDefault(entry.getKey(), 0);
    }
    double left = judged * judged - chance;
    return left == 0 ? OptionalDouble.empty() : OptionalDouble.of((same * judged - chance) / left);
  }

  /**
   * Krippendorff's α for nominal values (Krippendorff 2011, “Computing Krippendorff's
   * Alpha-Reliability”): any number of coders, values may be missing. A unit judged by fewer than
   * two coders is ignored.
   *
   * @param coders values by coder and unit; null if a coder did not judge the unit
   * @return at most 1, or empty if there are fewer than two different values
   */
  public static OptionalDouble alpha(List<? extends List<? extends @Nullable Object>> coders) {
    int units = coders.stream().mapToInt(List::size).max().orElse(0);
    Map<Object, Double> of = new HashMap<>();
    double disagreed = 0;
    double paired = 0;
    for (int unit = 0; unit < units; unit++) {
      List<Object> values = values(coders, unit);
      if (values.size() >= 2) {
        paired += values.size();
        Map<Object, Integer> here = new HashMap<>();
        values.forEach(value -> here.merge(value, 1, Integer::sum));
        for (Map.Entry<Object, Integer> entry : here.entrySet()) {
          of.merge(entry.getKey(), (double) entry.getValue(), Double::sum);
          disagreed +=
              (double) entry.getValue() * (values.size() - entry.getValue()) / (values.size() - 1);
        }
      }
    }
    double expected = paired * paired;
    for (double count : of.values()) {
      expected -= count * count;
    }
    return of.size() < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - (paired - 1) * disagreed / expected);
  }

  private static List<Object> values(
      List<? extends List<? extends @Nullable Object>> coders, int unit) {
    List<Object> values = new ArrayList<>();
    for (List<? extends @Nullable Object> coder : coders) {
      Object value = unit < coder.size() ? coder.get(unit) : null;
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }
}
