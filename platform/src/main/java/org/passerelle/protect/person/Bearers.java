package org.passerelle.protect.person;

import java.util.Arrays;
import java.util.BitSet;

/** The ascending numbers of the persons who have a given key. */
final class Bearers {
  private int[] all = new int[2];
  private int size;

  int size() {
    return size;
  }

  void add(int number) {
    if (size > 0 && all[size - 1] == number) {
      return;
    }
    if (size == all.length) {
      all = Arrays.copyOf(all, size + Math.max(2, size / 2));
    }
    all[size++] = number;
  }

  /** Keeps existing persons under their new numbers; false if none is left. */
  boolean renumber(int[] moved) {
    int left = 0;
    for (int i = 0; i < size; i++) {
      if (moved[all[i]] >= 0) {
        all[left++] = moved[all[i]];
      }
    }
    size = left;
    all = Arrays.copyOf(all, Math.max(2, left));
    return left > 0;
  }

  void addTo(BitSet set) {
    for (int i = 0; i < size; i++) {
      set.set(all[i]);
    }
  }
}
