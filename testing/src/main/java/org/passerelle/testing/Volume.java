package org.passerelle.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A small disk in memory that a test fills; only root may mount one. */
public final class Volume implements AutoCloseable {
  private static final byte[] BLOCK = new byte[1 << 16];
  private final Path at;

  private Volume(Path at) {
    this.at = at;
  }

  /**
   * Mounts one on an empty folder.
   *
   * @param megabytes its size
   * @return empty where none can be mounted
   */
  public static Optional<Volume> mount(Path at, int megabytes) {
    String size = "size=" + megabytes + "m";
    return run("mount", "-t", "tmpfs", "-o", size, "passerelle-test", at.toString()) == 0
        ? Optional.of(new Volume(at))
        : Optional.empty();
  }

  /** Leaves no room. */
  public void fill() {
    try (OutputStream out = Files.newOutputStream(ballast())) {
      while (true) {
        out.write(BLOCK);
      }
    } catch (IOException full) {
      if (!Files.exists(ballast())) {
        throw new UncheckedIOException(full);
      }
    }
  }

  /** There is room again. */
  public void free() {
    try {
      Files.delete(ballast());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path ballast() {
    return at.resolve("ballast");
  }

  @Override
  public void close() {
    run("umount", "-l", at.toString());
  }

  private static int run(String... command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
