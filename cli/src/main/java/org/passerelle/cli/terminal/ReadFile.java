package org.passerelle.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Reads a file named by the user; any problem with it is reported as a sentence. */
public final class ReadFile {
  private ReadFile() {}

  /** Parses the content of a file. */
  @FunctionalInterface
  public interface Reading<T> {
    T read(Path file) throws IOException;
  }

  public static <T> T of(Path file, Reading<T> reading) {
    exists(file);
    try {
      return reading.read(file);
    } catch (IOException e) {
      throw unread(file, e);
    } catch (UncheckedIOException e) {
      throw unread(file, Objects.requireNonNull(e.getCause()));
    }
  }

  private static BadInput unread(Path file, IOException why) {
    return new BadInput("%s cannot be read (%s).".formatted(file, BadInput.sentence(why)));
  }

  public static void exists(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadInput("There is no file %s. Maybe the path is mistyped.".formatted(file));
    }
  }
}
