package org.passerelle.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Proof that a log was only appended to: the holder of an older root computes both that root and
 * the current one from the same few hashes. Generated as in RFC 6962 (section 2.1.2), verified as
 * in RFC 9162 (section 2.1.4.2); its length is about twice the logarithm of the number of entries.
 */
public final class ConsistencyProof {
  private ConsistencyProof() {}

  /** Roots of ranges of a log. */
  public interface Stretches {
    /**
     * The root of a tree over a range of entries.
     *
     * @param from number of entries before the range
     * @param to number of entries up to the end of the range
     */
    String root(long from, long to);
  }

  /**
   * Generates a proof.
   *
   * @param first number of entries covered by the older root; from one to {@code second}
   * @return hashes of 64 hexadecimal digits
   */
  public static List<String> make(long first, long second, Stretches log) {
    if (first < 1 || first > second) {
      throw new IllegalArgumentException(
          "A log of %d entries cannot continue one of %d.".formatted(second, first));
    }
    List<String> proof = new ArrayList<>();
    add(first, 0, second, true, log, proof);
    return proof;
  }

  private static void add(
      long first, long from, long to, boolean whole, Stretches log, List<String> proof) {
    long size = to - from;
    if (first == size) {
      if (!whole) {
        proof.add(log.root(from, to));
      }
      return;
    }
    long left = Long.highestOneBit(size - 1);
    if (first <= left) {
      add(first, from, from + left, whole, log, proof);
      proof.add(log.root(from + left, to));
    } else {
      add(first - left, from + left, to, false, log, proof);
      proof.add(log.root(from, from + left));
    }
  }

  /** Whether a proof leads from one root to another. */
  public static boolean holds(
      long first, String firstRoot, long second, String secondRoot, List<String> proof) {
    if (first == second) {
      return proof.isEmpty() && firstRoot.equals(secondRoot);
    }
    if (first < 1 || first > second || proof.isEmpty()) {
      return false;
    }
    List<String> path = new ArrayList<>(proof);
    if (Long.bitCount(first) == 1) {
      path.add(0, firstRoot);
    }
    long fn = first - 1;
    long sn = second - 1;
    int shift = Long.numberOfTrailingZeros(~fn);
    fn >>= shift;
    sn >>= shift;
    String fr = path.get(0);
    String sr = path.get(0);
    for (String hash : path.subList(1, path.size())) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        fr = MerkleTree.joined(hash, fr);
        sr = MerkleTree.joined(hash, sr);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        sr = MerkleTree.joined(sr, hash);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && fr.equals(firstRoot) && sr.equals(secondRoot);
  }
}
