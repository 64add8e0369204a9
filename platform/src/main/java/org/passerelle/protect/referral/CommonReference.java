package org.passerelle.protect.referral;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/**
 * Six signs that both sides of a referral or hand-over see, to be said on the telephone. Each side
 * derives them from the identifier that both have, so that nothing more travels; they tell nothing
 * of the person. Of a thousand that somebody answers, two are alike once in two thousand houses, so
 * that they lead to one and prove nothing.
 */
public final class CommonReference {
  /** Without 0, O, 1 and I, which are mistaken for each other. */
  private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

  private static final int BITS = 5;
  private static final int LONG = 6;

  private CommonReference() {}

  /** Such as {@code K7M 2QX}. */
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

  /** Whether somebody typed the reference of this one, in any case, with or without the space. */
  public static boolean matches(String typed, UUID id) {
    return plain(typed).equals(plain(of(id)));
  }

  /** Whether it can be a reference at all. */
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
      throw new IllegalStateException("Every Java knows SHA-256.", e);
    }
  }
}
