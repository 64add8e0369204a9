package org.passerelle.cli.records;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.passerelle.cli.terminal.BadInput;
import org.passerelle.linkage.LinkEngine;
import picocli.CommandLine.Option;

/** Options on where pairs are compared. */
final class EngineOptions {
  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "local",
      description = "local, or spark for lists too large for one machine; default local.")
  String engine = "local";

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "local[*]",
      description = "Where Spark works: local[*], local[2], spark://host:7077; default local[*].")
  String master = "local[*]";

  @Option(
      names = "--spark-conf",
      paramLabel = "KEY=VALUE",
      description = "A setting of Spark, such as spark.executor.memory=4g; may be repeated.")
  Map<String, String> sparkConf = new LinkedHashMap<>();

  /** The requested engine, if it is not the one of this process. */
  Optional<LinkEngine> elsewhere() {
    for (String key : sparkConf.keySet()) {
      if (!engine.equals("spark") || !key.startsWith("spark.")) {
        throw new BadInput(
            engine.equals("spark")
                ? "--spark-conf %s: settings of Spark begin with spark., such as spark.executor.memory=4g."
                    .formatted(key)
                : "--spark-conf is for --engine spark.");
      }
    }
    if (engine.equals("local")) {
      return Optional.empty();
    }
    Optional<LinkEngine> found =
        ServiceLoader.load(LinkEngine.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(e -> e.name().equals(engine))
            .findFirst();
    if (found.isEmpty()) {
      throw new BadInput(
          engine.equals("spark")
              ? "The Spark engine is missing; ./passerelle builds it on request. Maybe start this command with ./passerelle."
              : "There is no engine %s. Maybe local or spark is meant.".formatted(engine));
    }
    return found;
  }

  /** Where it works. */
  LinkEngine.Place place() {
    return new LinkEngine.Place(master, sparkConf);
  }
}
