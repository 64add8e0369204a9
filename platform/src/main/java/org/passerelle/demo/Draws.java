package org.passerelle.demo;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Numbers drawn from a seed and counted, so that after a kill they go on where they stopped. Used
 * by one thread.
 */
final class Draws implements RandomGenerator {
  /** By what {@link SplittableRandom} moves on with every number. */
  private static final long GOLDEN_GAMMA = 0x9e37_79b9_7f4a_7c15L;

  private final SplittableRandom source;
  private long drawn;

  /**
   * Goes on after so many numbers.
   *
   * @param drawn 0 to begin
   */
  Draws(long seed, long drawn) {
    this.source = new SplittableRandom(seed + drawn * GOLDEN_GAMMA);
    this.drawn = drawn;
  }

  @Override
  public int nextInt() {
    drawn++;
    return source.nextInt();
  }

  @Override
  public long nextLong() {
    drawn++;
    return source.nextLong();
  }

  /** How many numbers were drawn from the seed. */
  long drawn() {
    return drawn;
  }
}
