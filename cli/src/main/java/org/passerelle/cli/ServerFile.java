package org.passerelle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.passerelle.cli.terminal.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file {@code server.json} in the data folder: how other commands of the operator reach the
 * running server. It exists only while the server runs, and only its owner may read it.
 */
final class ServerFile {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private ServerFile() {}

  /**
   * A running server.
   *
   * @param token secret for the operator's commands
   * @param certificate SHA-256 of its certificate in hexadecimal, or empty without TLS
   */
  record Running(int port, String token, String certificate) {}

  /** Writes the file, and removes it when the process ends. */
  static void write(Path folder, Running running) {
    Path file = folder.resolve("server.json");
    try {
      Path fresh =
          Files.createTempFile(
              folder,
              "server",
              ".json",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(fresh, JSON.writeValueAsString(running));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BadInput(
          "The file %s cannot be written (%s).".formatted(file, BadInput.sentence(e)));
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(file)));
  }

  /** The server that runs on the folder; empty if the file does not exist. */
  static Optional<Running> read(Path folder) {
    Path file = folder.resolve("server.json");
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      return Optional.of(JSON.readValue(Files.readString(file), Running.class));
    } catch (JacksonException e) {
      throw new BadInput("The file %s does not describe a running server.".formatted(file));
    } catch (IOException e) {
      throw new BadInput("The file %s cannot be read (%s).".formatted(file, BadInput.sentence(e)));
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // the next start replaces it
    }
  }
}
