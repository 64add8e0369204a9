package org.passerelle.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The packaged application as a separate process, started by the launcher. */
final class Server implements AutoCloseable {
  /** Shared by all users of a demonstration. */
  static final String PASSWORD = "passerelle-demo-2026";

  static final Path HOME =
      Path.of(System.getProperty("passerelle.home", "..")).toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern PORT = Pattern.compile("\"port\":([0-9]+)");
  private static volatile @Nullable Server demo;

  private final Process process;
  private final Path output;
  private final Path data;
  private final String address;

  private Server(Process process, Path output, Path data, String address) {
    this.process = process;
    this.output = output;
    this.data = data;
    this.address = address;
  }

  /** A demonstration, started once for all tests of this run. */
  static synchronized Server demo() {
    Server running = demo;
    if (running == null) {
      running = start(folder().resolve("demo"), "--demo=150");
      demo = running;
    }
    return running;
  }

  /** A new, unshared folder. */
  static Path folder() {
    return RunFolder.fresh();
  }

  /** Starts a server on a free port, and waits until it is open. */
  static Server start(Path data, String... options) {
    return start(data, 0, options);
  }

  /** The same on a given port. */
  static Server start(Path data, int port, String... options) {
    return start(data, port, "", List.of(options));
  }

  /**
   * The same.
   *
   * @param java further options of its JVM
   */
  static Server start(Path data, int port, String java, List<String> options) {
    try {
      Path output = Files.createTempFile(data.getParent(), "output", ".txt");
      List<String> command =
          new ArrayList<>(
              List.of(
                  HOME.resolve("passerelle").toString(),
                  "serve",
                  "--data",
                  data.toString(),
                  "--port",
                  String.valueOf(port)));
      command.addAll(options);
      Process process = process(command, output, java);
      Eventually.is(
          "the server opens",
          PATIENCE,
          () -> !process.isAlive() || Files.readString(output).contains("Ctrl-C"));
      if (!process.isAlive()) {
        throw new IllegalStateException("The server did not open: " + Files.readString(output));
      }
      boolean tls = options.contains("--certificate");
      String address = (tls ? "https" : "http") + "://127.0.0.1:" + port(data);
      return new Server(process, output, data, address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** CPU seconds used so far. */
  double cpuSeconds() {
    return process.toHandle().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
  }

  /** A command of the launcher; the surrounding build has packaged the program. */
  static Process process(List<String> command, Path output) throws IOException {
    return process(command, output, "");
  }

  private static Process process(List<String> command, Path output, String java)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("PASSERELLE_BUILD", "no");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    // a short-lived server never recovers the cost of its second compiler or warm-up
    environment.put(
        "PASSERELLE_JAVA_OPTIONS",
        "-XX:TieredStopAtLevel=1 -Dpasserelle.warming=PT0S -Djava.io.tmpdir="
            + RunFolder.temporary()
            + archive()
            + java);
    environment.put("TMPDIR", RunFolder.temporary().toString());
    return RunFolder.endsWithIt(builder.start());
  }

  /** The class data sharing archive, if the build has created it. */
  private static String archive() {
    Path archive = HOME.resolve("e2e/target/classes.jsa");
    return Files.exists(archive) ? " -XX:SharedArchiveFile=" + archive : "";
  }

  /** Its port, from the file for the operator's commands. */
  private static String port(Path data) throws IOException {
    Matcher port = PORT.matcher(Files.readString(data.resolve("server.json")));
    if (!port.find()) {
      throw new IllegalStateException("The server does not say at which port it listens.");
    }
    return port.group(1);
  }

  /** Its address, such as {@code http://127.0.0.1:40123}. */
  String address() {
    return address;
  }

  Path data() {
    return data;
  }

  /** Its output. */
  String printed() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The link for the first administrator. */
  String firstLink() {
    Matcher link = Pattern.compile("/setup/\\S+").matcher(printed());
    if (!link.find()) {
      throw new IllegalStateException("No link was printed: " + printed());
    }
    return link.group();
  }

  /** Kills it like a power cut. */
  void kill() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
