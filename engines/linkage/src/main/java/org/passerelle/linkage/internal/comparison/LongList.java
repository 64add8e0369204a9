package org.passerelle.linkage.internal.comparison;

import java.util.Arrays;

/** Numbers of 64 bits, as many as there come. */
public final class LongList {
  private long[] values;
  private int size;

  public LongList() {
    this(1024);
  }

  /** With room for some, at least two. */
  public LongList(int room) {
    values = new long[room];
  }

  public void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  public int size() {
    return size;
  }

  public long get(int index) {
    return values[index];
  }

  /** Sorts, drops what stands there twice and returns the rest. */
  public long[] distinct() {
    drop();
    return Arrays.copyOf(values, size);
  }

  /** Sorts, and drops what stands there twice. */
  public void drop() {
    Arrays.sort(values, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || values[i] != values[i - 1]) {
        values[kept++] = values[i];
      }
    }
    size = kept;
  }

  public long[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
