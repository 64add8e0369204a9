package org.passerelle.linkage.internal.groups;

import java.util.Arrays;

/** Numbers summed by small whole numbers, without an object for each. Not for several threads. */
final class Sums {
  private static final int FREE = -1;

  private int[] keys = new int[4];
  private double[] values = new double[4];
  private int size;

  Sums() {
    Arrays.fill(keys, FREE);
  }

  int size() {
    return size;
  }

  /** What was summed under a key; not a number where nothing was. */
  double get(int key) {
    int at = place(key);
    return keys[at] == FREE ? Double.NaN : values[at];
  }

  /** Adds to what was summed under a key, which is 0 or more. */
  void add(int key, double value) {
    int at = place(key);
    if (keys[at] == key) {
      values[at] += value;
      return;
    }
    keys[at] = key;
    values[at] = value;
    if (++size * 4 > keys.length * 3) {
      grow();
    }
  }

  /** Forgets a key, whether it is there or not. */
  void remove(int key) {
    int gap = place(key);
    if (keys[gap] == FREE) {
      return;
    }
    size--;
    int mask = keys.length - 1;
    // an entry behind the gap that belongs before it moves up
    for (int at = (gap + 1) & mask; keys[at] != FREE; at = (at + 1) & mask) {
      if (((at - first(keys[at])) & mask) >= ((at - gap) & mask)) {
        keys[gap] = keys[at];
        values[gap] = values[at];
        gap = at;
      }
    }
    keys[gap] = FREE;
  }

  void clear() {
    Arrays.fill(keys, FREE);
    size = 0;
  }

  /** All keys, in no order. */
  int[] keys() {
    int[] all = new int[size];
    int n = 0;
    for (int key : keys) {
      if (key != FREE) {
        all[n++] = key;
      }
    }
    return all;
  }

  private int first(int key) {
    return ((key * 0x9E3779B9) >>> 7) & (keys.length - 1);
  }

  private int place(int key) {
    int at = first(key);
    while (keys[at] != FREE && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  private void grow() {
    int[] old = keys;
    double[] sums = values;
    keys = new int[2 * old.length];
    values = new double[2 * old.length];
    Arrays.fill(keys, FREE);
    for (int k = 0; k < old.length; k++) {
      if (old[k] != FREE) {
        int at = place(old[k]);
        keys[at] = old[k];
        values[at] = sums[k];
      }
    }
  }
}
