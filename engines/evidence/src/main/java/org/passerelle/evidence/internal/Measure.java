package org.passerelle.evidence.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.passerelle.evidence.Digests;

/** Computes both digests and the ZIP checksum of a stream. Not thread-safe. */
public final class Measure {
  private static final int STEP = 1 << 16;
  private final MessageDigest sha256 = digest("SHA-256");
  private final MessageDigest sha512 = digest("SHA-512");
  private final CRC32 crc = new CRC32();
  private long size;

  /**
   * The result.
   *
   * @param crc CRC-32 as in a ZIP, unsigned
   */
  public record Taken(Digests digests, long crc) {
    /** Number of bytes. */
    public long size() {
      return digests.size();
    }
  }

  /** Measures bytes in memory. */
  public static Taken of(byte[] bytes) {
    Measure measure = new Measure();
    measure.add(bytes, 0, bytes.length);
    return measure.taken();
  }

  /** Measures a stream to its end and copies it. */
  public static Taken of(InputStream in, OutputStream out) throws IOException {
    Measure measure = new Measure();
    byte[] step = new byte[STEP];
    for (int n = in.read(step); n >= 0; n = in.read(step)) {
      measure.add(step, 0, n);
      out.write(step, 0, n);
    }
    return measure.taken();
  }

  void add(byte[] bytes, int from, int length) {
    sha256.update(bytes, from, length);
    sha512.update(bytes, from, length);
    crc.update(bytes, from, length);
    size += length;
  }

  Taken taken() {
    HexFormat hex = HexFormat.of();
    return new Taken(
        new Digests(size, hex.formatHex(sha256.digest()), hex.formatHex(sha512.digest())),
        crc.getValue());
  }

  /** A digest algorithm that every JDK has. */
  public static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
