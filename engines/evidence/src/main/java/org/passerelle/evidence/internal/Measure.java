package org.passerelle.evidence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.passerelle.evidence.Digests;

/** Takes both digests and the check sum of a ZIP while bytes pass by. For one thread. */
public final class Measure {
  private static final int STEP = 1 << 16;
  private final MessageDigest sha256 = digest("SHA-256");
  private final MessageDigest sha512 = digest("SHA-512");
  private final CRC32 crc = new CRC32();
  private long size;

  /**
   * What was measured.
   *
   * @param crc CRC-32 as a ZIP has it, unsigned
   */
  public record Taken(Digests digests, long crc) {
    /** How many bytes. */
    public long size() {
      return digests.size();
    }
  }

  /** Measures bytes that are held. */
  public static Taken of(byte[] bytes) {
    Measure measure = new Measure();
    measure.add(bytes, bytes.length);
    return measure.taken();
  }

  /** Measures a stream to its end and hands every byte on. */
  public static Taken of(InputStream in, OutputStream out) throws IOException {
    Measure measure = new Measure();
    byte[] step = new byte[STEP];
    for (int n = in.read(step); n >= 0; n = in.read(step)) {
      measure.add(step, n);
      out.write(step, 0, n);
    }
    return measure.taken();
  }

  void add(byte[] bytes, int length) {
    sha256.update(bytes, 0, length);
    sha512.update(bytes, 0, length);
    crc.update(bytes, 0, length);
    size += length;
  }

  Taken taken() {
    HexFormat hex = HexFormat.of();
    return new Taken(
        new Digests(size, hex.formatHex(sha256.digest()), hex.formatHex(sha512.digest())),
        crc.getValue());
  }

  /** One that every JDK has. */
  public static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
