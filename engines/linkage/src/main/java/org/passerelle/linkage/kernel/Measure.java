package org.passerelle.linkage.kernel;

/** How near two encodings are. */
public enum Measure {
  /** {@code 2 |a∧b| / (|a| + |b|)}, from 0 to 1; for Bloom filters. */
  DICE,
  /** {@code 1 - |a⊕b| / 1024}, from 0 to 1; for sign bits. */
  HAMMING;

  /** The similarity of two encodings, from 0 to 1; plain and slow, what the kernel is held to. */
  public double of(int[] a, int[] b) {
    int common = 0;
    int differing = 0;
    int both = 0;
    for (int i = 0; i < a.length; i++) {
      common += Integer.bitCount(a[i] & b[i]);
      differing += Integer.bitCount(a[i] ^ b[i]);
      both += Integer.bitCount(a[i]) + Integer.bitCount(b[i]);
    }
    return this == HAMMING
        ? 1 - differing / (32.0 * a.length)
        : both == 0 ? 0 : 2.0 * common / both;
  }
}
