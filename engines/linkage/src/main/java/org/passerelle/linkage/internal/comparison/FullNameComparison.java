package org.passerelle.linkage.internal.comparison;

import java.util.List;

/** Whole names in one column, in any order of words. */
final class FullNameComparison implements Comparison {
  private final NameDictionary names;
  private final LevelMemory memory = new LevelMemory(LevelMemory.MANY);

  FullNameComparison(NameDictionary names) {
    this.names = names;
  }

  @Override
  public List<String> levels() {
    return List.of(
        "differs",
        "hardly alike",
        "may be one name",
        "alike",
        "one name, written otherwise",
        "same");
  }

  @Override
  public int level(int a, int b) {
    if (a == b) {
      return 5;
    }
    int first = Math.min(a, b);
    int second = Math.max(a, b);
    int known = memory.get(first, second);
    if (known < 0) {
      known = compared(first, second);
      memory.put(first, second, known);
    }
    return known;
  }

  private int compared(int a, int b) {
    if (!names.shareKey(a, b) && Texts.halfSimilarity(names.plain(a), names.plain(b)) < 0.5) {
      return 0;
    }
    double z = names.wholeNames(a, b);
    return z >= 3.5 ? 4 : z >= 1.5 ? 3 : z >= -0.5 ? 2 : z >= -3 ? 1 : 0;
  }
}
