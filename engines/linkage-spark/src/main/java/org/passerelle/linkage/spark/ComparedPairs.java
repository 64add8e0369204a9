package org.passerelle.linkage.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.passerelle.linkage.internal.candidates.Pairs;
import org.passerelle.linkage.internal.weights.Scores;

/**
 * Pairs with all that their weights are made of, so that nobody has to look at the records again.
 *
 * @param traits by pair, a bit for each trait whose value is shared and rare or common
 * @param nats for each of these bits, pair by pair, what that adds
 */
record ComparedPairs(Pairs pairs, short[] traits, float[] nats) implements Serializable {
  private static final int MOST_TRAITS = 16;

  /** The same pairs weighed; these are left as they are. */
  Pairs weighed(Scores scores, double least) {
    Pairs weighed = new Pairs(pairs.keys);
    System.arraycopy(pairs.ways, 0, weighed.ways, 0, pairs.size());
    System.arraycopy(pairs.vectors, 0, weighed.vectors, 0, pairs.size());
    float[] rare = new float[MOST_TRAITS];
    int at = 0;
    for (int k = 0; k < pairs.size(); k++) {
      for (int t = 0; t < MOST_TRAITS; t++) {
        rare[t] = (traits[k] >>> t & 1) != 0 ? nats[at++] : 0;
      }
      weighed.weights[k] = (float) scores.weight(pairs.vectors[k], rare);
    }
    return weighed.above(least);
  }

  /** Several that have no pair in common, in order of the records. */
  static ComparedPairs joined(List<ComparedPairs> parts) {
    long[] keys = parts.stream().flatMapToLong(p -> Arrays.stream(p.pairs.keys)).sorted().toArray();
    Pairs all = new Pairs(keys);
    short[] traits = new short[keys.length];
    int[] from = new int[keys.length];
    int[] part = new int[keys.length];
    int told = 0;
    for (int p = 0; p < parts.size(); p++) {
      ComparedPairs of = parts.get(p);
      int at = 0;
      for (int k = 0; k < of.pairs.size(); k++) {
        int to = Arrays.binarySearch(keys, of.pairs.keys[k]);
        all.ways[to] = of.pairs.ways[k];
        all.vectors[to] = of.pairs.vectors[k];
        traits[to] = of.traits[k];
        from[to] = at;
        part[to] = p;
        at += bits(of.traits[k]);
      }
      told += at;
    }
    float[] nats = new float[told];
    int at = 0;
    for (int k = 0; k < keys.length; k++) {
      System.arraycopy(parts.get(part[k]).nats, from[k], nats, at, bits(traits[k]));
      at += bits(traits[k]);
    }
    return new ComparedPairs(all, traits, nats);
  }

  private static int bits(short traits) {
    return Integer.bitCount(traits & 0xFFFF);
  }
}
