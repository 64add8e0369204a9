package org.passerelle.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A house of the region that a test kills and opens again. */
final class RegionHouse {
  private final String name;
  private final Path folder;
  private final int port;
  private final int reachedAt;
  private final String clock;
  private Server server;

  /**
   * Opens one.
   *
   * @param reachedAt port below which other houses find it: its own, or that of a wire to it
   */
  RegionHouse(String name, Path folder, int port, int reachedAt) {
    this(name, folder, port, reachedAt, Duration.ZERO);
  }

  /**
   * The same.
   *
   * @param ahead how far its clock is ahead of the time
   */
  RegionHouse(String name, Path folder, int port, int reachedAt, Duration ahead) {
    this.clock = ahead.isZero() ? "" : WrongClock.options(folder, ahead);
    this.name = name;
    this.folder = folder;
    this.port = port;
    this.reachedAt = reachedAt;
    this.server = start();
  }

  private Server start() {
    return Server.start(
        folder.resolve(name),
        port,
        clock,
        List.of(
            "--demo=0",
            "--region",
            name,
            "--region-folder",
            folder.toString(),
            "--node",
            name,
            "--address",
            "http://localhost:" + reachedAt));
  }

  String address() {
    return "http://localhost:" + port;
  }

  Path data() {
    return server.data();
  }

  /** As a power cut would. */
  void kill() {
    server.kill();
  }

  void again() {
    server = start();
  }

  void close() {
    server.close();
  }
}
