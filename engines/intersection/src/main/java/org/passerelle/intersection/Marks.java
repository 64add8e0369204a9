package org.passerelle.intersection;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;

/**
 * Computes marks, which represent tokens in a question: the beginning of SHA-256 over the
 * question's nonce and the token's value under the asker's secret. Without the value, nobody can
 * distinguish a mark from random, or tell that two questions are about the same person. Not
 * thread-safe.
 */
final class Marks {
  private static final byte[] LABEL = "mark1".getBytes(StandardCharsets.US_ASCII);
  private final MessageDigest digest = Digests.sha256();
  private final byte[] nonce;
  private final byte[] whole = new byte[32];

  Marks(byte[] nonce) {
    this.nonce = nonce;
  }

  /**
   * The complete digest of a value; its first 16 bytes are the mark. Overwritten by the next call.
   */
  byte[] of(byte[] values, int at, int length) {
    try {
      digest.update(LABEL);
      digest.update(nonce);
      digest.update(values, at, length);
      digest.digest(whole, 0, whole.length);
      return whole;
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 has 32 bytes.", e);
    }
  }
}
