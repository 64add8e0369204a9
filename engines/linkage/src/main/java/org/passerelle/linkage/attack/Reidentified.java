package org.passerelle.linkage.attack;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.passerelle.linkage.encoding.Scheme;

/**
 * What came of an attack.
 *
 * @param common how many persons are in both lists
 * @param right how many of them were found
 */
public record Reidentified(int common, int right) {
  /** Of those whom the attacker could find, the share that he found. */
  public double share() {
    return common == 0 ? 0 : right / (double) common;
  }

  /** How an attack is made. */
  @FunctionalInterface
  public interface Attack {
    int[] run(long[][] plain, int[][] encoded);
  }

  /**
   * Plays both sides: the first records are the attacker's, the last are encoded under a key that
   * he does not have and put in random order.
   *
   * @param grams n-grams of {@code size * (2 - overlap)} persons
   * @param size of either list
   * @param overlap share of either list that is in both
   * @param schemes the scheme under the key of a number; number -1 is the victim's
   */
  public static Reidentified by(
      Attack attack,
      long[][] grams,
      int size,
      double overlap,
      LongFunction<Scheme> schemes,
      long seed) {
    int common = (int) Math.round(overlap * size);
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = IntStream.range(size - common, 2 * size - common).toArray();
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int x = order[i];
      order[i] = order[j];
      order[j] = x;
    }
    Scheme victim = schemes.apply(-1);
    int[][] encoded =
        IntStream.of(order).mapToObj(r -> victim.encode(grams[r])).toArray(int[][]::new);
    int[] found = attack.run(Arrays.copyOf(grams, size), encoded);
    int right = (int) IntStream.range(0, size).filter(i -> found[i] == order[i]).count();
    return new Reidentified(common, right);
  }
}
