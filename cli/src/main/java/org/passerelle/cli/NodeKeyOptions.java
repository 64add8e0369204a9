package org.passerelle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.keys.NodeKeyFile;
import picocli.CommandLine.Option;

/**
 * The node's key as the operator names it: there when it must be, readable, not inside the data
 * folder, and unlocked where a passphrase locks it.
 */
final class NodeKeyOptions {
  /** Where a service finds the passphrase when nobody sits at the console. */
  static final String ENVIRONMENT = "PASSERELLE_KEY_PASSPHRASE_FILE";

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The node's key, outside the data folder; DIR.key unless told.")
  @Nullable Path key;

  @Option(
      names = "--key-passphrase-file",
      paramLabel = "FILE",
      description =
          "File with the passphrase of a locked node key; else it is asked for at the console."
              + " The environment's "
              + ENVIRONMENT
              + " names it too.")
  @Nullable Path passphraseFile;

  /** Where the key lies. */
  Path file(Path folder) {
    return key == null ? Path.of(folder + ".key") : key.toAbsolutePath().normalize();
  }

  /**
   * Checks the key before a start.
   *
   * @return the passphrase, or nothing if none is needed
   */
  char @Nullable [] check(Path folder) {
    Path file = file(folder);
    if (file.startsWith(folder)) {
      throw new BadInput(
          "The node's key %s must lie outside the data folder, or a copy of the folder alone would open everything."
              .formatted(file));
    }
    try {
      if (Files.exists(file)) {
        char[] passphrase = passphrase(file);
        read(file, passphrase);
        return passphrase;
      }
      Path store = folder.resolve("keys").resolve("keystore.mv");
      if (Files.exists(store)) {
        throw new BadInput(
            "The node's key %s is missing, and the key store of %s opens with nothing else. Maybe put it back from where you keep it, or name it with --key."
                .formatted(file, folder));
      }
      Path parent = file.getParent();
      if (parent != null && Files.isDirectory(parent) && !Files.isWritable(parent)) {
        throw new BadInput(
            "The node's key %s cannot be made there: permission denied. Maybe choose another place with --key."
                .formatted(file));
      }
      return null;
    } catch (UncheckedIOException e) {
      throw new BadInput(
          "The node's key %s cannot be read (%s).".formatted(file, BadInput.deepestSentence(e)));
    }
  }

  /** The key itself; it must be there. */
  NodeKeyFile read(Path folder) {
    Path file = file(folder);
    if (!Files.exists(file)) {
      throw new BadInput("There is no node key %s. Maybe name it with --key.".formatted(file));
    }
    try {
      return read(file, passphrase(file));
    } catch (UncheckedIOException e) {
      throw new BadInput(
          "The node's key %s cannot be read (%s).".formatted(file, BadInput.deepestSentence(e)));
    }
  }

  private static NodeKeyFile read(Path file, char @Nullable [] passphrase) {
    try {
      return NodeKeyFile.read(file, passphrase);
    } catch (NodeKeyFile.Unreadable e) {
      throw new BadInput(
          BadInput.sentence(e)
              + (passphrase == null && NodeKeyFile.isLocked(file)
                  ? " Maybe name the file that holds it with --key-passphrase-file."
                  : ""));
    }
  }

  private char @Nullable [] passphrase(Path file) {
    if (!NodeKeyFile.isLocked(file)) {
      return null;
    }
    String named = System.getenv(ENVIRONMENT);
    Path from = passphraseFile != null ? passphraseFile : named == null ? null : Path.of(named);
    if (from != null) {
      return fromFile(from);
    }
    return Terminal.here().map(c -> c.readPassword("Passphrase of %s: ", file)).orElse(null);
  }

  static char[] fromFile(Path file) {
    try {
      String line = Files.readString(file).lines().findFirst().orElse("");
      if (line.isBlank()) {
        throw new BadInput("The file %s holds no passphrase.".formatted(file));
      }
      return line.toCharArray();
    } catch (IOException e) {
      throw new BadInput(
          "The passphrase file %s cannot be read: %s.".formatted(file, BadInput.sentence(e)));
    }
  }
}
