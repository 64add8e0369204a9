package org.passerelle.linkage.internal.comparison;

import java.util.List;

/** Words in any order: places, addresses, occupations. Of very long texts words alone count. */
final class WordsComparison implements Comparison {
  private final List<String> values;
  private final String[] sorted;

  WordsComparison(List<String> values) {
    this.values = values;
    this.sorted = values.stream().map(Texts::sorted).toArray(String[]::new);
  }

  @Override
  public List<String> levels() {
    return List.of("differs", "little alike", "alike", "nearly the same", "same");
  }

  @Override
  public int level(int a, int b) {
    if (a == b) {
      return 4;
    }
    String x = values.get(a);
    String y = values.get(b);
    int longer = Math.max(x.length(), y.length());
    int shorter = Math.min(x.length(), y.length());
    if (longer > LongTexts.MOST_LETTERS) {
      return shorter * 2 < longer ? 0 : level(LongTexts.byWords(sorted[a], sorted[b]), longer);
    }
    double s = Texts.halfSimilarity(x, y);
    if (s < 0.9 && (x.indexOf(' ') > 0 || y.indexOf(' ') > 0)) {
      s = Math.max(s, Texts.halfSimilarity(sorted[a], sorted[b]) - 0.02);
      if (shorter >= 4 && shorter * 2 >= longer && (x.contains(y) || y.contains(x))) {
        s = Math.max(s, 0.75);
      }
    }
    return level(s, longer);
  }

  private static int level(double s, int longer) {
    int slips = (int) Math.round((1 - s) * longer);
    if ((slips <= 1 && longer >= 4) || s >= 0.88) {
      return 3;
    }
    return s >= 0.7 ? 2 : s >= 0.5 ? 1 : 0;
  }
}
