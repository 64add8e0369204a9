package org.passerelle.linkage.internal.comparison;

import java.util.List;
import org.passerelle.linkage.encoding.EncodedWords;
import org.passerelle.linkage.kernel.Measure;

/** Values that were encoded one by one: as Bloom filters, by their Dice similarity. */
final class EncodedComparison implements Comparison {
  private final int[][] words;

  EncodedComparison(List<String> values) {
    words = values.stream().map(EncodedWords::decoded).toArray(int[][]::new);
  }

  @Override
  public List<String> levels() {
    return List.of("differs", "a little alike", "alike", "nearly the same", "same");
  }

  @Override
  public int level(int a, int b) {
    if (a == b) {
      return 4;
    }
    double dice = Measure.DICE.of(words[a], words[b]);
    return dice >= 0.85 ? 3 : dice >= 0.7 ? 2 : dice >= 0.55 ? 1 : 0;
  }
}
