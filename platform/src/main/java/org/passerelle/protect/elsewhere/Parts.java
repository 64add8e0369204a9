package org.passerelle.protect.elsewhere;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** What arrives in several messages, until the last of them is there. Threads may share it. */
final class Parts {
  private final byte[][] all;

  Parts(int parts) {
    this.all = new byte[parts][];
  }

  /** How many messages it takes to carry so many points. */
  static int of(int points) {
    return Math.max(
        1, (points + KnownMessages.POINTS_OF_A_PART - 1) / KnownMessages.POINTS_OF_A_PART);
  }

  /** One part, of those that {@link #of} says; the first is 0. */
  static byte[] part(byte[] octets, int part, int ofAPoint) {
    int most = KnownMessages.POINTS_OF_A_PART * ofAPoint;
    int from = part * most;
    return Arrays.copyOfRange(octets, from, Math.min(octets.length, from + most));
  }

  /** Keeps a part; one that is beyond the number is not kept. */
  synchronized void put(int part, byte[] octets) {
    if (part >= 0 && part < all.length) {
      all[part] = octets.clone();
    }
  }

  synchronized boolean whole() {
    for (byte[] one : all) {
      if (one == null) {
        return false;
      }
    }
    return true;
  }

  synchronized byte[] joined() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] one : all) {
      out.writeBytes(one);
    }
    return out.toByteArray();
  }
}
