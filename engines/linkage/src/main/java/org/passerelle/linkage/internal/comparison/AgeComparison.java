package org.passerelle.linkage.internal.comparison;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ages in years, also "about 20", "20-25" and "20±2". */
final class AgeComparison implements Comparison {
  private static final Pattern AGE =
      Pattern.compile(
          "\\D{0,12}?(\\d{1,3})(?:\\s*(?:±|\\+/-|\\+-)\\s*(\\d{1,2})|\\s*[-–]\\s*(\\d{1,3}))?\\D{0,12}");
  private final int[] youngest;
  private final int[] oldest;

  AgeComparison(List<String> values) {
    youngest = new int[values.size()];
    oldest = new int[values.size()];
    for (int i = 0; i < youngest.length; i++) {
      int[] span = span(values.get(i));
      youngest[i] = span[0];
      oldest[i] = span[1];
    }
  }

  /** The youngest and the oldest age a text allows; both -1 if it tells none. */
  static int[] span(String text) {
    Matcher m = AGE.matcher(text);
    if (!m.matches()) {
      return new int[] {-1, -1};
    }
    int age = Integer.parseInt(m.group(1));
    if (m.group(2) != null) {
      int give = Integer.parseInt(m.group(2));
      return new int[] {Math.max(0, age - give), age + give};
    }
    return new int[] {age, m.group(3) == null ? age : Math.max(age, Integer.parseInt(m.group(3)))};
  }

  @Override
  public List<String> levels() {
    return List.of(
        "a generation or more apart",
        "differs",
        "two or three years apart",
        "a year apart",
        "same");
  }

  @Override
  public int level(int a, int b) {
    int gap = Math.max(0, Math.max(youngest[a] - oldest[b], youngest[b] - oldest[a]));
    if (gap >= DateComparison.GENERATION) {
      return 0;
    }
    return gap == 0 ? 4 : gap == 1 ? 3 : gap <= 3 ? 2 : 1;
  }
}
