package org.passerelle.demo;

import java.nio.file.Path;
import java.util.Map;
import org.passerelle.PlatformApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** A demonstration in a folder of its own, filled at its first start. */
final class FilledDemo {
  private FilledDemo() {}

  /** Started, and filled unless a listener ends it before. */
  static ConfigurableApplicationContext in(
      Path folder, int people, ApplicationListener<?>... listeners) {
    return new SpringApplicationBuilder(PlatformApplication.class)
        .listeners(listeners)
        .properties(
            Map.of(
                "server.port",
                "0",
                "passerelle.data",
                folder.resolve("data").toString(),
                "passerelle.node-key",
                folder.resolve("node.key").toString(),
                "passerelle.demo",
                "true",
                "passerelle.demo-cases",
                String.valueOf(people),
                "passerelle.node",
                "demo",
                "spring.datasource.url",
                "jdbc:h2:file:"
                    + folder.resolve("data").resolve("passerelle")
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"))
        .run();
  }
}
