package org.passerelle.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The checkpoints in a file outside the data folder and the database, so that write access to the
 * database is not enough to rewrite both. First line: the public key; then one line per checkpoint,
 * {@code SIZE ROOT NOTE} with the note in base 64. Copy the file elsewhere regularly: an auditor
 * with an older copy detects a log that was rolled back.
 */
public final class CheckpointFile {
  private final Path file;

  public CheckpointFile(Path file) {
    this.file = file;
  }

  /** The default path: beside the node's key. */
  public static Path beside(Path nodeKey) {
    return nodeKey.resolveSibling(
        nodeKey.getFileName().toString().replaceAll("\\.key$", "") + ".checkpoints");
  }

  /** Appends a checkpoint. */
  public void add(CheckpointKey key, Checkpoint checkpoint) {
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, key.text() + "\n");
      }
      Files.writeString(file, line(checkpoint) + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A checkpoint as a line. */
  public static String line(Checkpoint checkpoint) {
    return checkpoint.size()
        + " "
        + checkpoint.root()
        + " "
        + Base64.getEncoder()
            .encodeToString(checkpoint.note().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /**
   * Parses a line.
   *
   * @throws IllegalArgumentException if it is not a checkpoint
   */
  public static Checkpoint checkpoint(String line) {
    String[] parts = line.split(" ", -1);
    if (parts.length != 3
        || !parts[0].matches("[0-9]{1,18}")
        || !parts[1].matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("This is not a checkpoint: " + line);
    }
    return new Checkpoint(
        Long.parseLong(parts[0]),
        parts[1],
        new String(Base64.getDecoder().decode(parts[2]), java.nio.charset.StandardCharsets.UTF_8));
  }

  /** The public key; empty if there is no file. */
  public Optional<CheckpointKey> key() {
    return lines().stream().findFirst().map(CheckpointKey::of);
  }

  /** All checkpoints, oldest first. */
  public List<Checkpoint> all() {
    List<Checkpoint> all = new ArrayList<>();
    List<String> lines = lines();
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      all.add(checkpoint(line));
    }
    return all;
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
