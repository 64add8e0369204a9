package org.passerelle.linkage.encoding;

import java.util.Map;
import org.passerelle.linkage.kernel.BitColumns;
import org.passerelle.linkage.kernel.Measure;

/**
 * The cryptographic long-term key of Schnell, Bachteler and Reiher (2011): a Bloom filter of all
 * n-grams. For compatibility and comparison only: it falls to graph-matching attacks.
 */
public final class Clk implements Scheme {
  /** Bits set for each n-gram. */
  static final int HASHES = 10;

  private final Expansions expansions;

  public Clk(EncodingKey key) {
    this.expansions = new Expansions(key.derived("clk"), 4);
  }

  @Override
  public String id() {
    return "clk";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Map<String, String> parameters() {
    return Map.of("bits", "1024", "hashes", Integer.toString(HASHES));
  }

  @Override
  public Measure measure() {
    return Measure.DICE;
  }

  @Override
  public int[] encode(long[] grams) {
    int[] filter = new int[BitColumns.WORDS];
    for (long gram : grams) {
      int at = expansions.at(gram);
      long[] bits = expansions.bits();
      for (int h = 0; h < HASHES; h++) {
        // ten bits of each sixteen
        int position = (int) (bits[at + h / 4] >>> (16 * (h % 4))) & (BitColumns.BITS - 1);
        filter[position >>> 5] |= 1 << (position & 31);
      }
    }
    return filter;
  }
}
