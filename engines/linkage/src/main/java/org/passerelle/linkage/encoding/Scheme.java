package org.passerelle.linkage.encoding;

import java.util.Map;
import org.passerelle.linkage.kernel.Measure;

/**
 * A way to encode the n-grams of a record in 1,024 bits. An instance remembers the n-grams it has
 * met and is for one thread; another scheme is another implementation.
 */
public interface Scheme {
  /** The name in files and options, such as {@code saul}. */
  String id();

  /** Changes whenever the same record would be encoded otherwise. */
  int version();

  /** What both sides must have in common besides the key. */
  Map<String, String> parameters();

  /** How encodings are compared. */
  Measure measure();

  /**
   * Encodes a record.
   *
   * @param grams its distinct n-grams as {@link Grams} makes them; at least one
   * @return 32 words
   */
  int[] encode(long[] grams);
}
