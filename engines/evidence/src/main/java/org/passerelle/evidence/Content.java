package org.passerelle.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the bytes of an exhibit come from; opened more than once and never held whole. */
@FunctionalInterface
public interface Content {
  /** The bytes from the beginning; the caller closes the stream. */
  InputStream open() throws IOException;

  /** The file that holds them as they are, if one does; a PDF that is none is copied to be read. */
  default Optional<Path> file() {
    return Optional.empty();
  }

  /** Those of a file. */
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
