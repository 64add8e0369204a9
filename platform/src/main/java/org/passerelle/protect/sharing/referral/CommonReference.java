package org.passerelle.protect.sharing.referral;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/**
 * A reference of six characters that both sides of a referral or hand-over see and can say on the
 * telephone. Each side derives it from the shared identifier, so that nothing more is sent; it
 * reveals nothing about the person. Among a thousand open referrals two are alike on one node in
 * two thousand, so a reference helps to find one but proves nothing.
 */
public final class CommonReference {
  /** Without 0, O, 1 and I, which are easily confused. */
  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int BITS = 5;
  private static final int LONG = 6;

  private CommonReference() {}

  /** Derives the reference, for example {@code K7M 2QX}. */
  public static String of(UUID id) {
    long bits = ByteBuffer.wrap(digest(id)).getLong();
    StringBuilder said = new StringBuilder(LONG + 1);
    for (int i = 0; i < LONG; i++) {
      if (i == LONG / 2) {
        said.append(' ');
      }
      said.append(
          SIGNS.charAt((int) (bits >>> (Long.SIZE - BITS * (i + 1))) & (SIGNS.length() - 1)));
    }
    return said.toString();
  }

  /**
   * Whether the typed text is this referral's reference, in any case, with or without the space.
   */
  public static boolean matches(String typed, UUID id) {
    return plain(typed).equals(plain(of(id)));
  }

  /** Whether the text has the form of a reference. */
  public static boolean isOne(String typed) {
    String plain = plain(typed);
    return plain.length() == LONG && plain.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0);
  }

  private static String plain(String typed) {
    return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
  }

  private static byte[] digest(UUID id) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(("reference " + id).getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is missing.", e);
    }
  }
}
