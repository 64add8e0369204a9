package org.passerelle.storage.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The node's key: 256 random bits in a file that lies outside the data folder and that only its
 * owner may read.
 */
final class NodeKey {
  private static final int BYTES = 32;

  private NodeKey() {}

  /**
   * Reads the key, or makes it on the first start.
   *
   * @param file where it lies
   * @param wanted whether a missing key may be made: not when the key store already holds keys
   *     wrapped by it
   */
  static byte[] readOrMake(Path file, boolean wanted, SecureRandom random) {
    try {
      if (Files.exists(file)) {
        byte[] key = HexFormat.of().parseHex(Files.readString(file).strip());
        if (key.length != BYTES) {
          throw new IllegalStateException(
              "The node key in %s has %d bytes, not %d.".formatted(file, key.length, BYTES));
        }
        return key;
      }
      if (!wanted) {
        throw new IllegalStateException(
            """
            The node key %s is missing, and the key store holds keys that only it can open.
            Maybe it was moved: put it back from where you keep it apart from the backups."""
                .formatted(file));
      }
      byte[] key = new byte[BYTES];
      random.nextBytes(key);
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(key) + "\n", StandardOpenOption.SYNC);
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
