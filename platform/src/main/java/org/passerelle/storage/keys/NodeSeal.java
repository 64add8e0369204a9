package org.passerelle.storage.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the node's own secrets, in a row or in a file, under a key derived from the store's signing
 * seed: a copy of the row or file alone opens nothing, and a rotation of the node's key does not
 * affect it. Safe for concurrent use.
 */
public final class NodeSeal {
  private final String purpose;
  private final byte[] key;
  private final SecureRandom random;

  /**
   * Creates a seal.
   *
   * @param purpose what it seals; content sealed for another purpose does not open
   */
  public NodeSeal(String purpose, KeyStore keys, SecureRandom random) {
    this.purpose = purpose;
    this.key = derived(keys.signingSeed(), purpose);
    this.random = random;
  }

  /** Seals content. */
  public byte[] close(byte[] content) {
    return Seal.close(key, purpose, content, random);
  }

  /**
   * Opens what {@link #close} made.
   *
   * @throws IllegalStateException if it belongs to another store or purpose, or was altered
   */
  public byte[] open(byte[] sealed) {
    return Seal.open(key, purpose, sealed);
  }

  /**
   * A fingerprint that recognises a text without storing it (HMAC-SHA-256); without the key nobody
   * can guess the text.
   */
  public byte[] mark(String text) {
    return mark(key, text);
  }

  static byte[] mark(byte[] key, String text) {
    return hmac(key, "mark " + text);
  }

  static byte[] derived(byte[] seed, String purpose) {
    return hmac(seed, "passerelle file " + purpose);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
