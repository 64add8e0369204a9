package org.passerelle.network.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a table or a network is read from: a file on disk or what came in otherwise.
 *
 * @param name as messages call it
 */
public record Source(String name, Opening opening) {
  /** Opens it from the beginning. */
  public interface Opening {
    /** The content; the reader closes it. */
    InputStream open() throws IOException;
  }

  /** A file on disk. */
  public static Source of(Path file) {
    Path last = file.getFileName();
    return new Source(
        last == null ? file.toString() : last.toString(), () -> Files.newInputStream(file));
  }

  /** What stands in memory. */
  public static Source of(String name, byte[] content) {
    return new Source(name, () -> new ByteArrayInputStream(content));
  }

  InputStream open() throws IOException {
    return opening.open();
  }
}
