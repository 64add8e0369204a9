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
  private final String madeFor;

  PublicHome(JdbcClient db) {
    this.db = db;
    this.madeFor = madeFor();
  }

  /** The version of what is published. */
  private String madeFor() {
    return db.sql("select made_for from made_for").query(String.class).single();
  }

  /** Whoever needs help finds it first. */
  @GetMapping("/")
  String home() {
    return "redirect:/tips";
  }

  @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<String> health() {
    try {
      return madeFor().equals(madeFor)
          ? ResponseEntity.ok("up")
          : down("down: the house was updated since, start again");
    } catch (DataAccessException | TransactionException unreadable) {
      return down("down");
    }
  }

  private static ResponseEntity<String> down(String why) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(why);
  }
}
