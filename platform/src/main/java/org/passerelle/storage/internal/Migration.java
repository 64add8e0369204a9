package org.passerelle.storage.internal;

import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.passerelle.storage.EmbeddedDatabase;
import org.passerelle.storage.PublishedSchema;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Migrates the schema before anything uses the database. */
@Configuration(proxyBeanMethods = false)
class Migration {
  /**
   * Closes the embedded database after a migration: otherwise checks and views would outlive the
   * connection that created them. What is published is shown by views, which are away meanwhile.
   */
  @Bean
  FlywayMigrationStrategy thenReadAnew(EmbeddedDatabase embedded) {
    return flyway -> {
      DataSource database = flyway.getConfiguration().getDataSource();
      if (flyway.info().pending().length > 0) {
        PublishedSchema.empty(database);
      }
      if (flyway.migrate().migrationsExecuted > 0) {
        embedded.close();
      }
      PublishedSchema.fill(database, newest(flyway));
    };
  }

  private static String newest(Flyway flyway) {
    return Objects.requireNonNull(flyway.info().current(), "no migration was made")
        .getVersion()
        .getVersion();
  }
}
