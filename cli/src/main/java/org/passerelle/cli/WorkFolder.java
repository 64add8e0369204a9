package org.passerelle.cli;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.cli.terminal.BadInput;

/**
 * A temporary folder for a command, which only its owner can read. It is removed with all its files
 * when it is closed, and when the process is ended from outside.
 */
final class WorkFolder implements AutoCloseable {
  /**
   * Attempts to remove it: work that continues while the process ends may still add files; once
   * removed, the folder accepts none.
   */
  private static final int TRIES = 100;

  private final Path path;
  private final Thread atTheEnd = new Thread(this::remove);

  private WorkFolder(Path path) {
    this.path = path;
    Runtime.getRuntime().addShutdownHook(atTheEnd);
  }

  static WorkFolder named(String prefix) {
    try {
      return new WorkFolder(Files.createTempDirectory(prefix));
    } catch (IOException e) {
      throw new BadInput(
          "No temporary folder can be created in %s (%s). Maybe its disk is full."
              .formatted(System.getProperty("java.io.tmpdir"), BadInput.sentence(e)));
    }
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    remove();
    try {
      Runtime.getRuntime().removeShutdownHook(atTheEnd);
    } catch (IllegalStateException e) {
      // the process is ending already, and removes it itself
      return;
    }
  }

  private void remove() {
    try {
      for (int i = 0; i < TRIES && Files.exists(path); i++) {
        empty();
      }
    } catch (IOException e) {
      throw new BadInput(
          "%s cannot be removed (%s). Maybe remove it yourself: it contains copies of exhibits."
              .formatted(path, BadInput.sentence(e)));
    }
  }

  private void empty() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(path)) {
      files = all.toList();
    } catch (NoSuchFileException e) {
      // the end of the process and of the command remove it at once
      return;
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
    try {
      Files.deleteIfExists(path);
    } catch (DirectoryNotEmptyException e) {
      // files were added meanwhile: try again
      return;
    }
  }
}
