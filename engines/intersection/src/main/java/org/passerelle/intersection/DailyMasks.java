package org.passerelle.intersection;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.passerelle.intersection.curve.Masks;
import org.passerelle.intersection.curve.PointMultiplication;

/**
 * A factor for each position, derived from a 32-byte seed by SHA-256, uniform below the order of
 * the group by rejection sampling.
 */
final class DailyMasks implements Masks.Factors {
  private static final byte[] ORDER =
      HexFormat.of().parseHex(PointMultiplication.ORDER.toString(16));
  private final byte[] seed;

  private DailyMasks(byte[] seed) {
    this.seed = seed;
  }

  static DailyMasks drawn(SecureRandom random) {
    byte[] seed = new byte[32];
    random.nextBytes(seed);
    return new DailyMasks(seed);
  }

  @Override
  public void write(int place, byte[] octets, int to) {
    MessageDigest digest = Digests.sha256();
    ByteBuffer counter = ByteBuffer.allocate(8).putInt(place);
    byte[] factor;
    int again = 0;
    do {
      digest.update(seed);
      digest.update(counter.putInt(4, again++).array());
      factor = digest.digest();
    } while (Arrays.compareUnsigned(factor, ORDER) >= 0);
    System.arraycopy(factor, 0, octets, to, factor.length);
  }
}
