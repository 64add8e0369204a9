package org.passerelle.storage.internal;

import org.passerelle.storage.EmbeddedDatabase;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Migrates the schema before anything uses the database. */
@Configuration(proxyBeanMethods = false)
class Migration {
  /**
   * Closes the embedded database after a migration: otherwise checks and views would outlive the
   * connection that created them.
   */
  @Bean
  FlywayMigrationStrategy thenReadAnew(EmbeddedDatabase embedded) {
    return flyway -> {
      if (flyway.migrate().migrationsExecuted > 0) {
        embedded.close();
      }
    };
  }
}
