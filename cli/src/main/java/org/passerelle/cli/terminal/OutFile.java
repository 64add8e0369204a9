package org.passerelle.cli.terminal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** An output file: written completely, or not at all. */
public final class OutFile {
  private OutFile() {}

  /** Checks that the file can be written, before any work is done. */
  public static void check(Path file) {
    Path folder = folder(file);
    if (!Files.isDirectory(folder)) {
      throw new BadInput(
          "There is no folder %s to write into. Maybe choose another with --out."
              .formatted(folder));
    }
    if (Files.isDirectory(file)) {
      throw new BadInput("%s is a folder. Maybe specify a file in it with --out.".formatted(file));
    }
  }

  /** Writes a temporary file, then moves it into place. */
  public static void write(Path file, byte[] content) {
    replace(file, fresh -> Files.write(fresh, content), false);
  }

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    public void write(BufferedWriter out) throws IOException;
  }

  /**
   * Like {@link #write}, for content too large for memory; a killed process leaves no partial file.
   */
  public static void stream(Path file, Content content) {
    stream(file, content, false);
  }

  /** Like {@link #stream}, for content with names: only its owner can read the file. */
  public static void ownersOnly(Path file, Content content) {
    stream(file, content, true);
  }

  /** Like {@link #write}, for content that is in another file; that one stays. */
  public static void copied(Path file, Path content) {
    replace(file, fresh -> Files.copy(content, fresh, StandardCopyOption.REPLACE_EXISTING), false);
  }

  private static void stream(Path file, Content content, boolean ownersOnly) {
    replace(
        file,
        fresh -> {
          try (BufferedWriter out = Files.newBufferedWriter(fresh)) {
            content.write(out);
          }
        },
        ownersOnly);
  }

  /** Fills the temporary file. */
  private interface Filling {
    void into(Path fresh) throws IOException;
  }

  private static void replace(Path file, Filling filling, boolean ownersOnly) {
    check(file);
    try {
      Path fresh = Files.createTempFile(folder(file), ".passerelle", ".part");
      fresh.toFile().deleteOnExit();
      try {
        filling.into(fresh);
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

  /**
   * Makes the result readable for others as usual; a temporary file is readable by its owner only.
   */
  private static void readableAsUsual(Path file) {
    java.io.File made = file.toFile();
    if (!made.setReadable(true, false)) {
      throw new BadInput("%s cannot be made readable.".formatted(file));
    }
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    if (parent == null) {
      throw new BadInput("%s is not a writable file.".formatted(file));
    }
    return parent;
  }
}
