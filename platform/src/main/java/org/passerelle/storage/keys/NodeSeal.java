package org.passerelle.storage.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what the node itself keeps secret, in a row or in a file: under a key made from the store's
 * signing seed, so that a copy of it alone opens nothing, and a change of the node's key leaves it
 * as it is. Threads may share it.
 */
public final class NodeSeal {
  private final String purpose;
  private final byte[] key;
  private final SecureRandom random;

  /**
   * A seal.
   *
   * @param purpose for what it is; another purpose does not open it
   */
  public NodeSeal(String purpose, KeyStore keys, SecureRandom random) {
    this.purpose = purpose;
    this.key = derived(keys.signingSeed(), purpose);
    this.random = random;
  }

  /** Seals. */
  public byte[] close(byte[] content) {
    return Seal.close(key, purpose, content, random);
  }

  /**
   * Opens what {@link #close} made.
   *
   * @throws IllegalStateException if it is of another store or purpose, or was altered
   */
  public byte[] open(byte[] sealed) {
    return Seal.open(key, purpose, sealed);
  }

  private static byte[] derived(byte[] seed, String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(seed, "HmacSHA256"));
      return mac.doFinal(
          ("passerelle file " + purpose).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
