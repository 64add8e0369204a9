package org.passerelle.protect.elsewhere;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * What arrives in several messages, until the last of them is there. How many there are and how
 * long each is follows from the number of points that was signed; nothing else is kept. Threads may
 * share it.
 */
final class Parts {
  /** Of one point, as it travels. */
  static final int OCTETS = 33;

  private final int points;
  private final byte[][] all;

  Parts(int points) {
    this.points = points;
    this.all = new byte[of(points)][];
  }

  /** How many octets it holds once it is whole. */
  long size() {
    return (long) points * OCTETS;
  }

  /** How many messages it takes to carry so many points. */
  static int of(int points) {
    return Math.max(
        1, (points + KnownMessages.POINTS_OF_A_PART - 1) / KnownMessages.POINTS_OF_A_PART);
  }

  /** One part, of those that {@link #of} says; the first is 0. */
  static byte[] part(byte[] octets, int part) {
    int most = KnownMessages.POINTS_OF_A_PART * OCTETS;
    int from = part * most;
    return Arrays.copyOfRange(octets, from, Math.min(octets.length, from + most));
  }

  /**
   * Keeps a part.
   *
   * @return false if it is none of these, or not as long as it has to be
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
