package org.passerelle.storage.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM with a fresh 96-bit nonce before the ciphertext and the place as associated data
 * (NIST SP 800-38D). The first byte is the version of the format.
 */
final class Seal {
  private static final byte VERSION = 1;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private Seal() {}

  static byte[] close(byte[] key, String place, byte[] content, SecureRandom random) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, place, content, 0, content.length);
    return ByteBuffer.allocate(1 + NONCE + sealed.length)
        .put(VERSION)
        .put(nonce)
        .put(sealed)
        .array();
  }

  static byte[] open(byte[] key, String place, byte[] sealed) {
    if (sealed.length < 1 + NONCE + TAG_BITS / 8 || sealed[0] != VERSION) {
      throw new IllegalStateException(
          "Sealed content at %s has an unknown format.".formatted(place));
    }
    byte[] nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE);
    return run(
        Cipher.DECRYPT_MODE, key, nonce, place, sealed, 1 + NONCE, sealed.length - 1 - NONCE);
  }

  private static byte[] run(
      int mode, byte[] key, byte[] nonce, String place, byte[] content, int from, int length) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(content, from, length);
    } catch (AEADBadTagException e) {
      throw new IllegalStateException(
          """
          Sealed content at %s does not open.
          Maybe it was altered, or moved from where it was written."""
              .formatted(place),
          e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
