package org.passerelle.linkage.internal.comparison;

import java.util.List;

/** Values of a short list, such as sex or state: equal, one slip apart, or different. */
final class EqualOrNear implements Comparison {
  private final List<String> values;

  EqualOrNear(List<String> values) {
    this.values = values;
  }

  @Override
  public List<String> levels() {
    return List.of("differs", "one slip apart", "same");
  }

  @Override
  public int level(int a, int b) {
    if (a == b) {
      return 2;
    }
    String x = values.get(a);
    String y = values.get(b);
    return Math.max(x.length(), y.length()) >= 3 && Texts.distance(x, y, 1) <= 1 ? 1 : 0;
  }
}
