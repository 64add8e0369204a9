package org.passerelle.intersection;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The platform's SHA-256, which every Java runtime has. */
final class Digests {
  private Digests() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java runtime has SHA-256.", e);
    }
  }
}
