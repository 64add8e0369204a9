package org.passerelle.network.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Source of a table or a network: a file on disk or an upload.
 *
 * @param name name for messages
 */
public record Source(String name, Opening opening) {
  /** Opens it from the beginning. */
  public interface Opening {
    /** The content, to be closed by the reader. */
    InputStream open() throws IOException;
  }

  /** A file on disk. */
  public static Source of(Path file) {
    Path last = file.getFileName();
    return new Source(
        last == null ? file.toString() : last.toString(), () -> Files.newInputStream(file));
  }

  /** Content in memory. */
  public static Source of(String name, byte[] content) {
    return new Source(name, () -> new ByteArrayInputStream(content));
  }

  InputStream open() throws IOException {
    return opening.open();
  }
}
