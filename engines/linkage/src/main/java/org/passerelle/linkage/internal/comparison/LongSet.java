package org.passerelle.linkage.internal.comparison;

import java.util.Arrays;

/** Pairs of records, each once; no pair is 0, as the second number is above the first. */
public final class LongSet {
  private long[] places = new long[1 << 12];
  private int size;

  /** Whether it was not there before. */
  public boolean add(long value) {
    if (size * 5L > places.length * 3L) {
      grow();
    }
    int at = place(value, places);
    if (places[at] == value) {
      return false;
    }
    places[at] = value;
    size++;
    return true;
  }

  public boolean contains(long value) {
    return places[place(value, places)] == value;
  }

  int size() {
    return size;
  }

  /** All, ascending. */
  public long[] sorted() {
    long[] all = new long[size];
    int n = 0;
    for (long value : places) {
      if (value != 0) {
        all[n++] = value;
      }
    }
    Arrays.sort(all);
    return all;
  }

  private static int place(long value, long[] places) {
    int mask = places.length - 1;
    int at = (int) (Texts.mix(value) & mask);
    while (places[at] != 0 && places[at] != value) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] wider = new long[places.length * 2];
    for (long value : places) {
      if (value != 0) {
        wider[place(value, wider)] = value;
      }
    }
    places = wider;
  }
}
