package org.passerelle.storage.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A file outside the data folder that only its owner may read and only the key store can open: its
 * content is sealed under a key derived from the store's signing seed, so that a copy of the file
 * alone opens nothing, and a rotation of the node's key does not affect it. Not thread-safe.
 */
public final class SealedFile {
  private final Path file;
  private final NodeSeal seal;

  /**
   * A file that may not exist yet.
   *
   * @param purpose what it seals; content sealed for another purpose does not open
   */
  public SealedFile(Path file, String purpose, KeyStore keys, SecureRandom random) {
    this.file = file;
    this.seal = new NodeSeal(purpose, keys, random);
  }

  /** The default path of such a file: beside the node's key. */
  public static Path beside(Path nodeKey, String ending) {
    return nodeKey.resolveSibling(
        nodeKey.getFileName().toString().replaceAll("\\.key$", "") + ending);
  }

  /**
   * Reads the content; empty if the file does not exist.
   *
   * @throws NodeKeyFile.Unreadable if others may read it, or it does not open
   */
  public Optional<byte[]> read() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      if (OwnersOnly.opensToOthers(file)) {
        throw new NodeKeyFile.Unreadable(
            "The file %s can be read by others than its owner. Restrict it to the owner (chmod 600 %s)."
                .formatted(file, file));
      }
      byte[] sealed = Base64.getMimeDecoder().decode(Files.readString(file));
      return Optional.of(seal.open(sealed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalStateException | IllegalArgumentException damaged) {
      throw new NodeKeyFile.Unreadable(
          "The file %s does not open. Maybe it belongs to another key store, or is damaged."
              .formatted(file));
    }
  }

  /**
   * Writes a temporary file and moves it into place, so that the file is either complete or
   * unchanged.
   */
  public void write(byte[] content) {
    try {
      Path fresh = file.resolveSibling(file.getFileName() + ".part");
      Files.deleteIfExists(fresh);
      OwnersOnly.makeFile(fresh);
      Files.writeString(
          fresh,
          Base64.getMimeEncoder().encodeToString(seal.close(content)) + "\n",
          StandardOpenOption.SYNC);
      NodeKeyFile.moveOver(fresh, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
