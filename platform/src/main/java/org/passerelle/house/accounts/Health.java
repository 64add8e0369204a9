package org.passerelle.house.accounts;

import org.passerelle.access.OpenToAll;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a watcher that the house stands and reaches its database; nothing more. */
@RestController
@OpenToAll
class Health {
  private final JdbcClient db;

  Health(JdbcClient db) {
    this.db = db;
  }

  @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
  String health() {
    db.sql("select 1").query(Integer.class).single();
    return "up";
  }
}
