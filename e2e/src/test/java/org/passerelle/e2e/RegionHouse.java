package org.passerelle.e2e;

import java.nio.file.Path;

/** A house of the region that a test kills and opens again. */
final class RegionHouse {
  private final String name;
  private final Path folder;
  private final int port;
  private final int reachedAt;
  private Server server;

  /**
   * Opens one.
   *
   * @param reachedAt port below which other houses find it: its own, or that of a wire to it
   */
  RegionHouse(String name, Path folder, int port, int reachedAt) {
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
        "--demo=0",
        "--region",
        name,
        "--region-folder",
        folder.toString(),
        "--node",
        name,
        "--address",
        "http://localhost:" + reachedAt);
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
