package org.passerelle.intersection.curve;

import java.math.BigInteger;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** 96 uniform bytes from a message: expand_message_xmd of RFC 9380, section 5.3.1, with SHA-256. */
final class Expansion {
  private static final int LENGTH = 96;
  private static final int HASH = 32;
  private static final BigInteger R = BigInteger.ONE.shiftLeft(260);

  /** Factor for converting a number to Montgomery form. */
  static final long[] LOW = Field.of(R);

  /** The same for a number multiplied by 2^256. */
  static final long[] HIGH = Field.of(R.shiftLeft(256));

  private final byte[] domain;

  Expansion(byte[] domain) {
    if (domain.length > 255) {
      throw new IllegalArgumentException("A domain of %d bytes.".formatted(domain.length));
    }
    this.domain = java.util.Arrays.copyOf(domain, domain.length + 1);
    this.domain[domain.length] = (byte) domain.length;
  }

  Run run() {
    return new Run();
  }

  /** The platform's SHA-256, which every Java runtime has. */
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }

  /** Not thread-safe. */
  final class Run {
    private final MessageDigest digest = sha256();
    private final byte[] pad = new byte[64];
    private final byte[] length = {0, LENGTH, 0};
    private final byte[] first = new byte[HASH];
    private final byte[] chain = new byte[HASH];

    byte[] expand(byte[] message) {
      byte[] uniform = new byte[LENGTH];
      try {
        digest.update(pad);
        digest.update(message);
        digest.update(length);
        digest.update(domain);
        digest.digest(first, 0, HASH);
        for (int i = 1; i * HASH <= LENGTH; i++) {
          for (int b = 0; b < HASH; b++) {
            chain[b] = (byte) (first[b] ^ (i == 1 ? 0 : uniform[(i - 2) * HASH + b]));
          }
          digest.update(chain);
          digest.update((byte) i);
          digest.update(domain);
          digest.digest(uniform, (i - 1) * HASH, HASH);
        }
      } catch (DigestException e) {
        throw new IllegalStateException("SHA-256 has 32 bytes.", e);
      }
      return uniform;
    }
  }
}
