package org.passerelle.storage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.passerelle.testing.Volume;

/** A disk of a house of its own that a test fills; only root may mount one. */
public final class SmallVolume implements AutoCloseable {
  private static final int MEGABYTES = 96;
  private final Path at;
  private final Volume volume;

  private SmallVolume(Path at, Volume volume) {
    this.at = at;
    this.volume = volume;
  }

  /** In a folder of the test, which is left out where none can be mounted. */
  public static SmallVolume in(Path folder) {
    try {
      Path at = Files.createDirectory(folder.resolve("volume"));
      Optional<Volume> volume = Volume.mount(at, MEGABYTES);
      assumeTrue(
          volume.isPresent(),
          "A volume cannot be mounted here: not shown what happens when a disk is full.");
      return new SmallVolume(at, volume.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A house on H2 with all that it keeps on this disk. */
  public House house() {
    return house(Map.of());
  }

  /** The same with more settings. */
  public House house(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put(House.RUNNING_SCHEDULES, true);
    settings.put("passerelle.data", at.resolve("data").toString());
    settings.put("passerelle.node-key", at.resolve("node.key").toString());
    settings.put(
        "spring.datasource.url",
        "jdbc:h2:file:"
            + at.resolve("data").resolve("passerelle")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;LOCK_TIMEOUT=30000");
    settings.put("spring.datasource.hikari.connection-timeout", "1000");
    return House.with(House.Database.H2, settings);
  }

  /** Leaves no room. */
  public void fill() {
    volume.fill();
  }

  /** Looks now whether the house can save anything, and opens its database again if it closed. */
  public static void look(House house) {
    house.get(Pulse.class).beat();
  }

  /** There is room again. */
  public void free() {
    volume.free();
  }

  @Override
  public void close() {
    volume.close();
  }
}
