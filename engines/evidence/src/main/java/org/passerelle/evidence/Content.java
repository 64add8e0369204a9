package org.passerelle.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Source of the bytes of an exhibit; opened more than once and never held completely in memory. */
@FunctionalInterface
public interface Content {
  /** The bytes from the beginning; the caller closes the stream. */
  InputStream open() throws IOException;

  /**
   * The file with exactly these bytes, if there is one; a PDF without a file is copied for
   * inspection, encrypted.
   */
  default Optional<Path> file() {
    return Optional.empty();
  }

  /** The content of a file. */
  static Content of(Path file) {
    return new Content() {
      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }

      @Override
      public Optional<Path> file() {
        return Optional.of(file);
      }
    };
  }
}
