package org.passerelle;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The public pages as a process of their own: letters, calendar, figures, reports and tips, of the
 * parts that say {@link PublicProcess} and of nothing else. It has no keys, no schedules and no
 * outbox, migrates nothing, and its database account reads what is published (decision 0194).
 */
@EnableAutoConfiguration
@EnableConfigurationProperties(PlatformSettings.class)
@ComponentScan(
    useDefaultFilters = false,
    includeFilters =
        @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = PublicProcess.class))
public class PublicApplication {
  /** Setting by which parts that only this process has are told from the others. */
  public static final String ONLY = "passerelle.public-only";

  /** The process, not started yet. */
  public static SpringApplication application() {
    SpringApplication application = new SpringApplication(PublicApplication.class);
    application.setDefaultProperties(
        Map.of(
            ONLY,
            "true",
            "spring.flyway.enabled",
            "false",
            "springdoc.api-docs.enabled",
            "false",
            // while the database is away a stranger is told whom to call, and at once
            "spring.datasource.hikari.connection-timeout",
            "1000",
            "spring.datasource.hikari.validation-timeout",
            "500",
            "spring.datasource.hikari.data-source-properties.connectTimeout",
            "1",
            "spring.datasource.hikari.data-source-properties.socketTimeout",
            "10"));
    return application;
  }

  /** Starts the process. */
  public static ConfigurableApplicationContext start(Map<String, String> properties) {
    return application()
        .run(
            properties.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new));
  }
}
