package org.passerelle.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A temporary folder of a measurement, deleted at its end. */
record Scratch(Path folder) implements AutoCloseable {
  static Scratch named(String prefix) throws IOException {
    return new Scratch(Files.createTempDirectory(prefix));
  }

  @Override
  public void close() throws IOException {
    FileSystemUtils.deleteRecursively(folder);
  }
}
