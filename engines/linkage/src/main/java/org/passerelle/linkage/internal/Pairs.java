package org.passerelle.linkage.internal;

import java.util.Arrays;

/** Pairs of records with their levels and weights, in order of the records. */
final class Pairs {
  final long[] keys;
  final long[] vectors;
  final float[] weights;

  Pairs(long[] keys) {
    this.keys = keys;
    this.vectors = new long[keys.length];
    this.weights = new float[keys.length];
  }

  int size() {
    return keys.length;
  }

  int left(int k) {
    return (int) (keys[k] >>> 32);
  }

  int right(int k) {
    return (int) keys[k];
  }

  /** The place of a pair, the smaller number first, or a negative number. */
  int find(int i, int j) {
    return Arrays.binarySearch(keys, ((long) i << 32) | j);
  }

  /** These and others that are not among these. */
  Pairs with(Pairs more) {
    Pairs all = new Pairs(new long[size() + more.size()]);
    int a = 0;
    int b = 0;
    for (int k = 0; k < all.size(); k++) {
      boolean mine = b == more.size() || (a < size() && keys[a] < more.keys[b]);
      Pairs from = mine ? this : more;
      int at = mine ? a++ : b++;
      all.keys[k] = from.keys[at];
      all.vectors[k] = from.vectors[at];
      all.weights[k] = from.weights[at];
    }
    return all;
  }
}
