package org.passerelle.linkage.internal;

import java.util.List;

/** Whole names in one column: each word of the shorter against its best partner, in any order. */
final class FullNameComparison implements Comparison {
  private final String[][] words;
  private final WordLevels levels;
  private final LevelMemory memory = new LevelMemory();

  FullNameComparison(List<String> values, WordLevels levels) {
    this.words = values.stream().map(v -> v.split(" ", -1)).toArray(String[][]::new);
    this.levels = levels;
  }

  @Override
  public List<String> levels() {
    return List.of(
        "differs",
        "one word alike",
        "most words alike",
        "all words alike",
        "all words of the shorter the same",
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
      known = compared(words[first], words[second]);
      memory.put(first, second, known);
    }
    return known;
  }

  private int compared(String[] a, String[] b) {
    String[] shorter = a.length <= b.length ? a : b;
    String[] longer = a.length <= b.length ? b : a;
    boolean[] taken = new boolean[longer.length];
    int sum = 0;
    int good = 0;
    int least = 4;
    for (String word : shorter) {
      int best = 0;
      int at = -1;
      for (int j = 0; j < longer.length; j++) {
        int level = taken[j] ? 0 : word.equals(longer[j]) ? 4 : levels.level(word, longer[j]);
        if (level > best) {
          best = level;
          at = j;
        }
      }
      if (at >= 0) {
        taken[at] = true;
      }
      sum += best;
      good += best >= 2 ? 1 : 0;
      least = Math.min(least, best);
    }
    if (least == 4) {
      return shorter.length == longer.length ? 5 : shorter.length == 1 ? 3 : 4;
    }
    if (least >= 2) {
      return shorter.length == 1 && longer.length > 1 ? 2 : 3;
    }
    return good * 2 > shorter.length || sum >= 2 * shorter.length + 1 ? 2 : good > 0 ? 1 : 0;
  }
}
