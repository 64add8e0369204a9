package org.passerelle.linkage.generator;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that depends on seed and person only, so that the same seed gives the same records. */
final class Draw {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private final SplittableRandom random;

  Draw(long seed, long number) {
    random = new SplittableRandom((seed * GOLDEN) ^ (number * 0xBF58476D1CE4E5B9L + GOLDEN));
  }

  boolean happens(double share) {
    return random.nextDouble() < share;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** From the first to the last, both included. */
  int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  <T> T of(List<T> options) {
    return options.get(random.nextInt(options.size()));
  }

  /** An index, by sums of shares that end at the total. */
  int index(double[] sums) {
    double at = random.nextDouble() * sums[sums.length - 1];
    int index = java.util.Arrays.binarySearch(sums, at);
    int found = index < 0 ? -index - 1 : index + 1;
    return Math.min(found, sums.length - 1);
  }

  static double[] sums(double[] shares) {
    double[] sums = shares.clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    return sums;
  }
}
