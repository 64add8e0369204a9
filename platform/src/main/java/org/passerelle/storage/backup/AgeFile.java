package org.passerelle.storage.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.passerelle.storage.keys.AgeKey;

/**
 * A file in the age format (age-encryption.org/v1) for an identity derived from the node's key
 * (HKDF-SHA-256, RFC 5869), so that the holder of that key can open it with any program that knows
 * the format. Reading a truncated or altered file fails.
 */
final class AgeFile {
  private static final byte[] PURPOSE = "passerelle backup 1".getBytes(StandardCharsets.US_ASCII);

  private AgeFile() {}

  static OutputStream write(OutputStream out, byte[] nodeKey) throws IOException {
    return AgeKey.sealing(out, key(nodeKey).recipient());
  }

  /**
   * Opens a file with the one of the keys that it was locked with.
   *
   * @throws BadBackup if none fits
   */
  static InputStream read(InputStream in, List<byte[]> nodeKeys) {
    try {
      return AgeKey.opening(in, nodeKeys.stream().map(AgeFile::key).toList());
    } catch (IOException e) {
      throw new BadBackup(
          "The backup does not open with this node's key. Maybe it is of another node, from before the key was changed, or damaged.");
    }
  }

  /** The identity in the format of other programs: {@code AGE-SECRET-KEY-1…}. */
  static CharSequence identity(byte[] nodeKey) {
    return key(nodeKey).identity();
  }

  private static AgeKey key(byte[] nodeKey) {
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(new HKDFParameters(nodeKey, null, PURPOSE));
    byte[] secret = new byte[AgeKey.BYTES];
    generator.generateBytes(secret, 0, secret.length);
    return AgeKey.of(secret);
  }
}
