package org.passerelle.house;

import org.passerelle.PublicApplication;
import org.passerelle.PublicProcess;
import org.passerelle.access.OpenToAll;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page and the health check of the process of the public pages. */
@Controller
@OpenToAll
@PublicProcess
@ConditionalOnBooleanProperty(PublicApplication.ONLY)
class PublicHome {
  private final JdbcClient db;

  PublicHome(JdbcClient db) {
    this.db = db;
  }

  /** Whoever needs help finds it first. */
  @GetMapping("/")
  String home() {
    return "redirect:/tips";
  }

  @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> health() {
    try {
      db.sql("select made_for from made_for").query(String.class).single();
      return ResponseEntity.ok("up");
    } catch (DataAccessException | TransactionException unreadable) {
      return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("down");
    }
  }
}
