package org.passerelle.e2e;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The puzzle of a form for strangers, written from its description (decision 0161). */
final class Puzzle {
  private Puzzle() {}

  /** A number with which SHA-256 of ticket, colon and number begins with so many zero bits. */
  static String solved(String ticket, int bits) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      for (int number = 0; ; number++) {
        byte[] found = hash.digest((ticket + ":" + number).getBytes(StandardCharsets.US_ASCII));
        if (Integer.numberOfLeadingZeros(ByteBuffer.wrap(found).getInt()) >= bits) {
          return Integer.toString(number);
        }
      }
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
