package org.passerelle.storage.internal;

import org.passerelle.storage.EmbeddedDatabase;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the schema up to date before anybody uses it. */
@Configuration(proxyBeanMethods = false)
class Migration {
  /**
   * Closes the embedded database after a change: no check or view outlives the connection that made
   * it otherwise.
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
