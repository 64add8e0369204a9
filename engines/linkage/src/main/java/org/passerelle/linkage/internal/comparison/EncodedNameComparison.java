package org.passerelle.linkage.internal.comparison;

import java.util.List;
import org.passerelle.linkage.encoding.EncodedWords;
import org.passerelle.linkage.kernel.Measure;

/**
 * First names and surnames that were encoded one by one, under one key, so that they can stand in
 * each other's place. The levels are those of names in clear.
 */
final class EncodedNameComparison implements Comparison {
  private final int[][] words;

  EncodedNameComparison(List<String> values) {
    words = values.stream().map(EncodedWords::decoded).toArray(int[][]::new);
  }

  @Override
  public List<String> levels() {
    return List.of(
        "differs",
        "a little alike",
        "alike",
        "nearly the same",
        "all but the same",
        "same",
        "stands in the other name's place",
        "both names stand in each other's place");
  }

  @Override
  public int same() {
    return NameComparison.SAME;
  }

  @Override
  public int level(int a, int b) {
    if (a == b) {
      return NameComparison.SAME;
    }
    double dice = Measure.DICE.of(words[a], words[b]);
    return dice >= 0.93
        ? NameComparison.SOUNDS_THE_SAME
        : dice >= 0.85 ? 3 : dice >= 0.7 ? 2 : dice >= 0.55 ? 1 : 0;
  }
}
