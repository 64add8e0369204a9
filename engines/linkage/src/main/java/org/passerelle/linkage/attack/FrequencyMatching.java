package org.passerelle.linkage.attack;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An attack by frequency: encodings that occur oftenest are taken for the records that occur
 * oftenest, and among equals those with more bits for those with more n-grams. It breaks encodings
 * of single names; whole records are mostly unique.
 */
public final class FrequencyMatching {
  private FrequencyMatching() {}

  /**
   * For each encoded record the plain one it is taken for, or -1.
   *
   * @param plain n-grams of the attacker's list
   * @param encoded the encodings he got hold of
   */
  public static int[] run(long[][] plain, int[][] encoded) {
    Map<String, Integer> ofPlain = new HashMap<>();
    Arrays.stream(plain).forEach(g -> ofPlain.merge(Arrays.toString(g), 1, Integer::sum));
    Map<String, Integer> ofEncoded = new HashMap<>();
    Arrays.stream(encoded).forEach(e -> ofEncoded.merge(Arrays.toString(e), 1, Integer::sum));
    int[] p =
        ranked(
            plain.length,
            i -> ofPlain.getOrDefault(Arrays.toString(plain[i]), 0),
            i -> plain[i].length);
    int[] e =
        ranked(
            encoded.length,
            i -> ofEncoded.getOrDefault(Arrays.toString(encoded[i]), 0),
            i -> Arrays.stream(encoded[i]).map(Integer::bitCount).sum());
    int[] matches = new int[encoded.length];
    Arrays.fill(matches, -1);
    for (int rank = 0; rank < Math.min(p.length, e.length); rank++) {
      matches[e[rank]] = p[rank];
    }
    return matches;
  }

  private interface Count {
    int of(int record);
  }

  private static int[] ranked(int size, Count frequency, Count weight) {
    return IntStream.range(0, size)
        .boxed()
        .sorted(
            Comparator.comparingInt((Integer i) -> -frequency.of(i))
                .thenComparingInt(i -> -weight.of(i)))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
