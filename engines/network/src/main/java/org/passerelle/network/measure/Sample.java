package org.passerelle.network.measure;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Sampling without replacement. */
final class Sample {
  private Sample() {}

  /** A sample of numbers below a limit, in ascending order; deterministic for a seed. */
  static int[] of(int limit, int count, long seed) {
    int[] all = shuffled(limit, new SplittableRandom(seed));
    int[] drawn = Arrays.copyOf(all, count);
    Arrays.sort(drawn);
    return drawn;
  }

  /** All numbers below a limit in random order (Fisher and Yates). */
  static int[] shuffled(int limit, SplittableRandom random) {
    int[] all = new int[limit];
    for (int i = 0; i < limit; i++) {
      int j = random.nextInt(i + 1);
      all[i] = all[j];
      all[j] = i;
    }
    return all;
  }
}
