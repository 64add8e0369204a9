package org.passerelle.accounts.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Random secrets for links, devices and recovery codes, and the digests under which they are
 * stored.
 */
@Component
public class Secrets {
  private static final char[] LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ".toCharArray();
  private final SecureRandom random;

  Secrets(SecureRandom random) {
    this.random = random;
  }

  /** 256 random bits for a link or a cookie. */
  String token() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
  }

  byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** A code of 16 letters, 79 bits, in groups of four, to be written on paper. */
  String recoveryCode() {
    StringBuilder code = new StringBuilder(19);
    for (int i = 0; i < 16; i++) {
      if (i > 0 && i % 4 == 0) {
        code.append('-');
      }
      code.append(LETTERS[random.nextInt(LETTERS.length)]);
    }
    return code.toString();
  }

  /** SHA-256, sufficient for secrets that cannot be guessed; the purpose separates digests. */
  static String digest(String purpose, String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest((purpose + '\n' + secret).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
