package org.passerelle.demo;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A seeded random generator that counts its draws, so that it can resume after an interruption. Not
 * thread-safe.
 */
final class Draws implements RandomGenerator {
  /** The increment of {@link SplittableRandom} for each number. */
  private static final long GOLDEN_GAMMA = 0x9e37_79b9_7f4a_7c15L;

  private final SplittableRandom source;
  private long drawn;

  /**
   * Resumes after a number of draws.
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

  /** Number of draws so far. */
  long drawn() {
    return drawn;
  }
}
