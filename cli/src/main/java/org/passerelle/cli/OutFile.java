package org.passerelle.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that a command writes: whole, or not at all. */
final class OutFile {
  private OutFile() {}

  /** Refuses a place where nothing can be written, before any work is done. */
  static void check(Path file) {
    Path folder = folder(file);
    if (!Files.isDirectory(folder)) {
      throw new BadInput(
          "There is no folder %s to write into. Maybe name another with --out.".formatted(folder));
    }
    if (Files.isDirectory(file)) {
      throw new BadInput("%s is a folder. Maybe name a file in it with --out.".formatted(file));
    }
  }

  /** Writes beside the target, then puts the whole in its place. */
  static void write(Path file, byte[] content) {
    check(file);
    try {
      Path fresh = Files.createTempFile(folder(file), ".passerelle", ".part");
      try {
        Files.write(fresh, content);
        readableAsUsual(fresh);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new BadInput("%s cannot be written (%s).".formatted(file, BadInput.sentence(e)));
    }
  }

  /** What fills a file. */
  @FunctionalInterface
  interface Content {
    void write(BufferedWriter out) throws IOException;
  }

  /** As {@link #write}, for what is too long to be held; a cancelled process leaves nothing. */
  static void stream(Path file, Content content) {
    stream(file, content, false);
  }

  /** As {@link #stream}, for what holds names: nobody but its owner can read the file. */
  static void ownersOnly(Path file, Content content) {
    stream(file, content, true);
  }

  private static void stream(Path file, Content content, boolean ownersOnly) {
    check(file);
    try {
      Path fresh = Files.createTempFile(folder(file), ".passerelle", ".part");
      fresh.toFile().deleteOnExit();
      try {
        try (BufferedWriter out = Files.newBufferedWriter(fresh)) {
          content.write(out);
        }
        if (!ownersOnly) {
          readableAsUsual(fresh);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new BadInput("%s cannot be written (%s).".formatted(file, BadInput.sentence(e)));
    }
  }

  /** A temporary file is its owner's only; the result is for others to read as well. */
  private static void readableAsUsual(Path file) {
    java.io.File made = file.toFile();
    if (!made.setReadable(true, false)) {
      throw new BadInput("%s cannot be made readable.".formatted(file));
    }
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      throw new BadInput("%s is no file that can be written.".formatted(file));
    }
    return parent;
  }
}
