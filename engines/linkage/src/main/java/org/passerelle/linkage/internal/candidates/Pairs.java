package org.passerelle.linkage.internal.candidates;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.passerelle.linkage.internal.comparison.PairLevels;
import org.passerelle.linkage.internal.weights.Patterns;
import org.passerelle.linkage.internal.weights.Scores;

/** Pairs of records with their levels and weights, in order of the records. */
public final class Pairs implements Serializable {
  private static final long serialVersionUID = 1;

  /** Found by something rare that both share. */
  public static final byte BY_KEYS = 1;

  /** Found by comparing whole records. */
  public static final byte BY_NEARNESS = 2;

  public final long[] keys;

  /** The ways in which a pair was found; 0 for over a third record only. */
  public final byte[] ways;

  public final long[] vectors;
  public final float[] weights;

  /**
   * Pairs that nothing is known of.
   *
   * @param keys ascending; the smaller record in the upper half
   */
  public Pairs(long[] keys) {
    this(keys, new byte[keys.length], new long[keys.length]);
  }

  private Pairs(long[] keys, byte[] ways, long[] vectors) {
    this.keys = keys;
    this.ways = ways;
    this.vectors = vectors;
    this.weights = new float[keys.length];
  }

  /** Two records as one number. */
  public static long key(int i, int j) {
    return ((long) Math.min(i, j) << 32) | Math.max(i, j);
  }

  /** Pairs that were found in one of two ways or in both; each ascending and distinct. */
  public static Pairs found(long[] byKeys, long[] byNearness) {
    Pairs pairs = new Pairs(byNearness.length == 0 ? byKeys : merged(byKeys, byNearness));
    pairs.mark(byKeys, BY_KEYS);
    pairs.mark(byNearness, BY_NEARNESS);
    return pairs;
  }

  /** What is in one or the other, ascending, each once. */
  private static long[] merged(long[] some, long[] others) {
    long[] all = new long[some.length + others.length];
    int n = 0;
    int a = 0;
    int b = 0;
    while (a < some.length || b < others.length) {
      boolean first = b == others.length || (a < some.length && some[a] <= others[b]);
      long next = first ? some[a] : others[b];
      a += first ? 1 : 0;
      b += b < others.length && others[b] == next ? 1 : 0;
      all[n++] = next;
    }
    return n == all.length ? all : Arrays.copyOf(all, n);
  }

  private void mark(long[] some, byte way) {
    int k = 0;
    for (long key : some) {
      while (keys[k] != key) {
        k++;
      }
      ways[k] |= way;
    }
  }

  public int size() {
    return keys.length;
  }

  public int left(int k) {
    return (int) (keys[k] >>> 32);
  }

  public int right(int k) {
    return (int) keys[k];
  }

  public float weight(int k) {
    return weights[k];
  }

  public boolean isFoundBy(int k, byte way) {
    return (ways[k] & way) != 0;
  }

  /** The levels of two records, which are known of pairs that were compared. */
  public long vector(int left, int right, PairLevels levels) {
    int k = find(left, right);
    return k >= 0 ? vectors[k] : levels.vector(left, right);
  }

  /** The place of a pair, the smaller number first, or a negative number. */
  public int find(int i, int j) {
    return Arrays.binarySearch(keys, ((long) i << 32) | j);
  }

  /** Whether a pair is among these. */
  public boolean contains(long key) {
    return Arrays.binarySearch(keys, key) >= 0;
  }

  /** Works out the levels of a part. */
  public void compare(PairLevels levels, int from, int to) {
    for (int k = from; k < to; k++) {
      vectors[k] = levels.vector(left(k), right(k));
    }
  }

  /** Works out the weights of all, whose levels are known. */
  public void weigh(Scores scores) {
    for (int k = 0; k < keys.length; k++) {
      weights[k] = (float) scores.weight(left(k), right(k), vectors[k]);
    }
  }

  /** The same with weights, leaving these as they are. */
  public Pairs weighed(Scores scores) {
    Pairs weighed = new Pairs(keys, ways, vectors);
    weighed.weigh(scores);
    return weighed;
  }

  /** How many were found in a way. */
  public long count(byte way) {
    long count = 0;
    for (int k = 0; k < keys.length; k++) {
      count += isFoundBy(k, way) ? 1 : 0;
    }
    return count;
  }

  /** The vectors of all and how many show each. */
  public Patterns patterns() {
    return Patterns.of(vectors);
  }

  /** These and others that are not among these. */
  public Pairs with(Pairs more) {
    Pairs all = new Pairs(new long[size() + more.size()]);
    int a = 0;
    int b = 0;
    for (int k = 0; k < all.size(); k++) {
      boolean mine = b == more.size() || (a < size() && keys[a] < more.keys[b]);
      all.set(k, mine ? this : more, mine ? a++ : b++);
    }
    return all;
  }

  /** Parts one after the other. */
  public static Pairs joined(List<Pairs> parts) {
    Pairs all = new Pairs(new long[parts.stream().mapToInt(Pairs::size).sum()]);
    int k = 0;
    for (Pairs part : parts) {
      for (int at = 0; at < part.size(); at++) {
        all.set(k++, part, at);
      }
    }
    return all;
  }

  /** Those of at least a weight. */
  public Pairs above(double least) {
    return those(k -> weights[k] >= least);
  }

  /** Those of records that a sample takes. */
  public Pairs sampled(LearningSample sample) {
    return sample.isAll() ? this : those(k -> sample.takes(left(k)) || sample.takes(right(k)));
  }

  private Pairs those(IntPredicate wanted) {
    int n = 0;
    for (int k = 0; k < keys.length; k++) {
      n += wanted.test(k) ? 1 : 0;
    }
    Pairs kept = new Pairs(new long[n]);
    n = 0;
    for (int k = 0; k < keys.length; k++) {
      if (wanted.test(k)) {
        kept.set(n++, this, k);
      }
    }
    return kept;
  }

  private void set(int k, Pairs from, int at) {
    keys[k] = from.keys[at];
    ways[k] = from.ways[at];
    vectors[k] = from.vectors[at];
    weights[k] = from.weights[at];
  }
}
