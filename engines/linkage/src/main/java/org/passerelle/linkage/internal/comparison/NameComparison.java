package org.passerelle.linkage.internal.comparison;

import java.util.List;

/**
 * First names, surnames. The dictionary of both is one, so that a first name can be compared with a
 * surname. Not for several threads: each has its own, for the memory of what was compared.
 */
final class NameComparison implements Comparison {
  /** The two names of a record stand in each other's place. */
  static final int SWAPPED = 7;

  /** One name stands in the other's place, the other differs or is missing. */
  static final int ONE_SWAPPED = 6;

  static final int SAME = 5;
  static final int SOUNDS_THE_SAME = 4;
  private final NameDictionary names;
  private final LevelMemory memory = new LevelMemory(LevelMemory.MANY);
  private final LevelMemory words = new LevelMemory(LevelMemory.MANY);

  NameComparison(NameDictionary names) {
    this.names = names;
  }

  @Override
  public Comparison another() {
    return new NameComparison(names);
  }

  @Override
  public List<String> levels() {
    return List.of(
        "differs",
        "little alike",
        "alike, equivalent or a short form",
        "nearly the same",
        "sounds the same",
        "same",
        "stands in the other name's place",
        "both names stand in each other's place");
  }

  @Override
  public int same() {
    return SAME;
  }

  @Override
  public boolean isSame(int level) {
    return level == SAME || level == SOUNDS_THE_SAME;
  }

  @Override
  public int level(int a, int b) {
    if (a == b) {
      return SAME;
    }
    if (names.isApart(a, b)) {
      return 0;
    }
    int first = Math.min(a, b);
    int second = Math.max(a, b);
    int known = memory.get(first, second);
    if (known < 0) {
      known = names.level(first, second, words);
      memory.put(first, second, known);
    }
    return known;
  }
}
