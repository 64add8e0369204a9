package org.passerelle.storage.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Fingerprints of one purpose by which a node recognises a text that it does not store
 * (HMAC-SHA-256, RFC 2104), as {@link NodeSeal#mark} makes them. Their key follows from the store's
 * signing seed and leads back to nothing, so that a process without the store can have it in a
 * file. Immutable; thread-safe.
 */
public final class NodeMarks {
  private static final int BYTES = 32;
  private final byte[] key;

  private NodeMarks(byte[] key) {
    this.key = key;
  }

  /** Those of a node. */
  public static NodeMarks of(KeyStore keys, String purpose) {
    return new NodeMarks(NodeSeal.derived(keys.signingSeed(), purpose));
  }

  /**
   * The same from a file that {@link #write} made.
   *
   * @throws NodeKeyFile.Unreadable if it holds no key, or others may read it
   */
  public static NodeMarks read(Path file) {
    try {
      if (OwnersOnly.opensToOthers(file)) {
        throw new NodeKeyFile.Unreadable(
            "The file %s can be read by others than its owner. Maybe restrict it to the owner (chmod 600 %s)."
                .formatted(file, file));
      }
      String line = Files.readString(file).strip();
      if (!line.matches("[0-9a-f]{%d}".formatted(2 * BYTES))) {
        throw new NodeKeyFile.Unreadable(
            "The file %s holds no key: expected %d hexadecimal digits.".formatted(file, 2 * BYTES));
      }
      return new NodeMarks(HexFormat.of().parseHex(line));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the key to a file that only its owner may read; one that is there is replaced. */
  public void write(Path file) {
    NodeKeyFile.replace(file, HexFormat.of().formatHex(key) + "\n");
  }

  /** The fingerprint of a text, 32 bytes. */
  public byte[] of(String text) {
    return NodeSeal.mark(key, text);
  }
}
