package org.passerelle.linkage.internal.comparison;

import java.util.List;

/** Numbers and codes: documents, telephones, postcodes, house numbers. */
final class CodeComparison implements Comparison {
  private final List<String> values;
  private final long[] glances;

  CodeComparison(List<String> values) {
    this.values = values;
    this.glances = LetterSketch.of(values);
  }

  @Override
  public List<String> levels() {
    return List.of(
        "differs", "two slips apart, or the beginning is the same", "one slip apart", "same");
  }

  @Override
  public int level(int a, int b) {
    if (a == b) {
      return 3;
    }
    if (LetterSketch.apart(glances[a], glances[b]) > 2
        && !LetterSketch.mayBegin(glances[a], glances[b])) {
      return 0;
    }
    String x = values.get(a);
    String y = values.get(b);
    int longer = Math.max(x.length(), y.length());
    if (longer < 2) {
      return 0;
    }
    int d = Texts.distance(x, y, 2);
    if (d <= 1) {
      return 2;
    }
    if (d == 2 && longer >= 5) {
      return 1;
    }
    int shorter = Math.min(x.length(), y.length());
    return shorter >= 2 && longer - shorter >= 1 && x.regionMatches(0, y, 0, shorter) ? 1 : 0;
  }
}
