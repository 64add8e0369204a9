package org.passerelle.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A regional node that a test kills and restarts. */
final class RegionHouse {
  private final String name;
  private final Path folder;
  private final int port;
  private final int reachedAt;
  private final String clock;
  private Server server;

  /**
   * Starts a node.
   *
   * @param reachedAt port at which other nodes reach it: its own, or that of a wire to it
   */
  RegionHouse(String name, Path folder, int port, int reachedAt) {
    this(name, folder, port, reachedAt, Duration.ZERO);
  }

  /**
   * The same.
   *
   * @param ahead how far its clock is ahead
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

  /** Like a power cut. */
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
