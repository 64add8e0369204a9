package org.passerelle.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.cli.terminal.Terminal;
import org.passerelle.storage.keys.NodeKeyFile;
import picocli.CommandLine.Option;

/**
 * The node's key as specified by the operator: present if required, readable, outside the data
 * folder, and unlocked if it has a passphrase.
 */
final class NodeKeyOptions {
  /** Environment variable with the passphrase file, for a service without console. */
  static final String ENVIRONMENT = "PASSERELLE_KEY_PASSPHRASE_FILE";

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The node key, outside the data folder; default DIR.key.")
  @Nullable Path key;

  @Option(
      names = "--key-passphrase-file",
      paramLabel = "FILE",
      description =
          "File with the passphrase of a locked node key; by default it is asked for at the console."
              + " The environment's "
              + ENVIRONMENT
              + " can name it, too.")
  @Nullable Path passphraseFile;

  /** Path of the key. */
  Path file(Path folder) {
    return key == null ? Path.of(folder + ".key") : key.toAbsolutePath().normalize();
  }

  /**
   * Checks the key before a start.
   *
   * @return the passphrase, or null if none is needed
   */
  char @Nullable [] check(Path folder) {
    Path file = file(folder);
    if (file.startsWith(folder)) {
      throw new BadInput(
          "The node key %s must be outside the data folder; otherwise a copy of the folder alone would open everything."
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
            "The node key %s cannot be created there: permission denied. Maybe choose another place with --key."
                .formatted(file));
      }
      return null;
    } catch (UncheckedIOException e) {
      throw new BadInput(
          "The node key %s cannot be read (%s).".formatted(file, BadInput.deepestSentence(e)));
    }
  }

  /** The key itself; required. */
  NodeKeyFile read(Path folder) {
    Path file = file(folder);
    if (!Files.exists(file)) {
      throw new BadInput("There is no node key %s. Maybe specify it with --key.".formatted(file));
    }
    try {
      return read(file, passphrase(file));
    } catch (UncheckedIOException e) {
      throw new BadInput(
          "The node key %s cannot be read (%s).".formatted(file, BadInput.deepestSentence(e)));
    }
  }

  private static NodeKeyFile read(Path file, char @Nullable [] passphrase) {
    try {
      return NodeKeyFile.read(file, passphrase);
    } catch (NodeKeyFile.Unreadable e) {
      throw new BadInput(
          BadInput.sentence(e)
              + (passphrase == null && NodeKeyFile.isLocked(file)
                  ? " Maybe specify the file that contains it with --key-passphrase-file."
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
        throw new BadInput("The file %s contains no passphrase.".formatted(file));
      }
      return line.toCharArray();
    } catch (IOException e) {
      throw new BadInput(
          "The passphrase file %s cannot be read: %s.".formatted(file, BadInput.sentence(e)));
    }
  }
}
