package org.passerelle.protect.identity.elsewhere;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Collects the parts of a set that is sent in several messages. Their number and lengths follow
 * from the signed number of points; anything else is rejected. Thread-safe.
 */
final class Parts {
  /** Bytes per point in a message. */
  static final int OCTETS = 33;

  private final int points;
  private final byte[][] all;

  Parts(int points) {
    this.points = points;
    this.all = new byte[of(points)][];
  }

  /** Total number of bytes. */
  long size() {
    return (long) points * OCTETS;
  }

  /** Number of messages for this many points. */
  static int of(int points) {
    return Math.max(
        1, (points + KnownMessages.POINTS_OF_A_PART - 1) / KnownMessages.POINTS_OF_A_PART);
  }

  /** One part out of {@link #of} parts, counted from 0. */
  static byte[] part(byte[] octets, int part) {
    int most = KnownMessages.POINTS_OF_A_PART * OCTETS;
    int from = part * most;
    return Arrays.copyOfRange(octets, from, Math.min(octets.length, from + most));
  }

  /**
   * Stores a part.
   *
   * @return false if its number or length is wrong
   */
  synchronized boolean put(int part, byte[] octets) {
    if (part < 0 || part >= all.length || octets.length != length(part)) {
      return false;
    }
    all[part] = octets.clone();
    return true;
  }

  private int length(int part) {
    int before = part * KnownMessages.POINTS_OF_A_PART;
    return Math.min(KnownMessages.POINTS_OF_A_PART, points - before) * OCTETS;
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
