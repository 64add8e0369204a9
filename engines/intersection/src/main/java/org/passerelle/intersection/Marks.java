package org.passerelle.intersection;

import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;

/**
 * What stands in a question instead of a token: the beginning of SHA-256 of the question's nonce
 * and the token's value under the asker's secret. Who has not the value cannot tell a mark from
 * chance, nor that two questions ask for one person. Of one thread.
 */
final class Marks {
  private static final byte[] LABEL = "mark1".getBytes(StandardCharsets.US_ASCII);
  private final MessageDigest digest = Digests.sha256();
  private final byte[] nonce;
  private final byte[] whole = new byte[32];

  Marks(byte[] nonce) {
    this.nonce = nonce;
  }

  /** The whole digest of a value; its first 16 octets are the mark. Overwritten by the next. */
  byte[] of(byte[] values, int at, int length) {
    try {
      digest.update(LABEL);
      digest.update(nonce);
      digest.update(values, at, length);
      digest.digest(whole, 0, whole.length);
      return whole;
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 has 32 octets.", e);
    }
  }
}
