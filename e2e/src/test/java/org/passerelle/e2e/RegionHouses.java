package org.passerelle.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A house of the region as a process that a test kills and opens again. */
final class RegionHouses {
  private final String name;
  private final Path folder;
  private final int port;
  private final int reachedAt;
  private Process process;

  /**
   * Opens one.
   *
   * @param reachedAt port below which other houses find it: its own, or that of a wire to it
   */
  RegionHouses(String name, Path folder, int port, int reachedAt) throws IOException {
    this.name = name;
    this.folder = folder;
    this.port = port;
    this.reachedAt = reachedAt;
    this.process = start();
  }

  String address() {
    return "http://localhost:" + port;
  }

  Path data() {
    return folder.resolve(name);
  }

  private Process start() throws IOException {
    Path output = Files.createTempFile(folder, name, ".txt");
    Process made =
        Server.process(
            List.of(
                Server.HOME.resolve("passerelle").toString(),
                "serve",
                "--demo=0",
                "--region",
                name,
                "--region-folder",
                folder.toString(),
                "--data",
                data().toString(),
                "--node",
                name,
                "--port",
                String.valueOf(port),
                "--address",
                "http://localhost:" + reachedAt),
            output);
    Eventually.is(
        name + " opens", () -> !made.isAlive() || Files.readString(output).contains("Ctrl-C"));
    if (!made.isAlive()) {
      throw new IllegalStateException(name + " did not open: " + Files.readString(output));
    }
    return made;
  }

  /** As a power cut would. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void again() throws IOException {
    process = start();
  }

  /** Ends it as an operator does. */
  void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
