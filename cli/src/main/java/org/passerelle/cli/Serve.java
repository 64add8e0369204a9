package org.passerelle.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.passerelle.PlatformApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the house and stays up until it is stopped. */
@Command(name = "serve", description = "Starts Passerelle.", mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
  /** Tells {@link Passerelle#main} that the server runs on. */
  static final int STAYS_UP = -1;

  @Option(names = "--data", paramLabel = "DIR", description = "data folder")
  Path data = Path.of("var", "data");

  @Option(names = "--port", paramLabel = "N", description = "port, 8080 unless told")
  int port = 8080;

  @Option(
      names = "--demo",
      arity = "0..1",
      fallbackValue = "2000",
      paramLabel = "PEOPLE",
      description = "a demonstration with invented people")
  int demo;

  @Override
  public Integer call() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", port);
    properties.put("server.address", "127.0.0.1");
    properties.put("passerelle.data", data.toString());
    properties.put("passerelle.node-key", data + ".key");
    properties.put("passerelle.demo", demo > 0);
    properties.put("passerelle.demo-cases", demo);
    properties.put("passerelle.node", "demo");
    properties.put(
        "spring.datasource.url",
        "jdbc:h2:file:"
            + data.toAbsolutePath().resolve("passerelle")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0");
    PlatformApplication.start(properties);
    return STAYS_UP;
  }
}
