package org.passerelle.storage.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.storage.Sha256;

/**
 * The append-only list of destroyed keys. It is kept outside the data folder and its backup, so
 * that restoring yesterday's backup does not bring back anyone erased since. It holds identifiers
 * and timestamps, nothing else. Each line ends with a truncated hash over itself and the line
 * before, so that a removed line is detected.
 *
 * <p>A line: {@code MOMENT KEY HASH}.
 */
public final class DestroyedKeys {
  private static final int HASH = 16;
  private final Path file;
  private final Set<UUID> all = new LinkedHashSet<>();
  private String last = "";

  private DestroyedKeys(Path file) {
    this.file = file;
  }

  /**
   * Reads the list; a missing file is an empty list.
   *
   * @throws IllegalStateException if a line was altered or removed; a last line left incomplete by
   *     a killed process is ignored
   */
  public static DestroyedKeys in(Path file) {
    DestroyedKeys list = new DestroyedKeys(file);
    try {
      if (Files.exists(file)) {
        list.read(Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return list;
  }

  private void read(String content) throws IOException {
    List<String> lines = content.lines().toList();
    boolean whole = content.isEmpty() || content.endsWith("\n");
    for (int i = 0; i < lines.size(); i++) {
      String[] parts = lines.get(i).split(" ", -1);
      if (i == lines.size() - 1 && !whole) {
        Files.writeString(file, content.substring(0, content.lastIndexOf('\n') + 1));
        return;
      }
      if (parts.length != 3 || !hash(parts[0], parts[1]).equals(parts[2])) {
        throw new IllegalStateException(
            """
            Line %d of the list of destroyed keys %s does not follow from the line before.
            Maybe it was altered, or parts of two lists were joined."""
                .formatted(i + 1, file));
      }
      last = parts[2];
      all.add(UUID.fromString(parts[1]));
    }
  }

  /** Identifiers of all destroyed keys, oldest first. */
  public Set<UUID> all() {
    return Set.copyOf(all);
  }

  /** The path of the list. */
  public Path file() {
    return file;
  }

  /** Adds keys and waits until they are on disk. */
  public synchronized void add(Collection<UUID> keys, Instant at) {
    StringBuilder lines = new StringBuilder();
    for (UUID key : keys) {
      if (all.add(key)) {
        last = hash(at.toString(), key.toString());
        lines.append(at).append(' ').append(key).append(' ').append(last).append('\n');
      }
    }
    if (lines.isEmpty()) {
      return;
    }
    try {
      if (!Files.exists(file)) {
        OwnersOnly.makeFile(file);
      }
      Files.writeString(
          file, lines, StandardCharsets.UTF_8, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String hash(String at, String key) {
    return Sha256.of(last + " " + at + " " + key).substring(0, HASH);
  }
}
