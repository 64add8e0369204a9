package org.passerelle.estimation.internal;

/**
 * Sums over the lattice of subsets of the lists, in place, {@code t·2^(t-1)} additions (the fast
 * zeta transform, Yates 1937).
 */
public final class Lattice {
  private Lattice() {}

  /** Replaces {@code a[θ]} by the sum of {@code a[ω]} over all {@code ω ⊇ θ}. */
  public static void supersetSums(double[] a, int lists) {
    int size = 1 << lists;
    for (int bit = 1; bit < size; bit <<= 1) {
      for (int block = 0; block < size; block += bit << 1) {
        for (int m = block; m < block + bit; m++) {
          a[m] += a[m + bit];
        }
      }
    }
  }

  /** Replaces {@code a[ω]} by the sum of {@code a[θ]} over all {@code θ ⊆ ω}. */
  public static void subsetSums(double[] a, int lists) {
    int size = 1 << lists;
    for (int bit = 1; bit < size; bit <<= 1) {
      for (int block = 0; block < size; block += bit << 1) {
        for (int m = block; m < block + bit; m++) {
          a[m + bit] += a[m];
        }
      }
    }
  }
}
