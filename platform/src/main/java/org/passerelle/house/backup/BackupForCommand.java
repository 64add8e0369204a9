package org.passerelle.house.backup;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.passerelle.access.OpenToAll;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.OperatorsCommand;
import org.passerelle.storage.backup.Backup;
import org.passerelle.storage.keys.KeyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Backup and key rotation while the server runs and holds the database and the key store; for the
 * commands {@code backup} and {@code key rotate} on the same machine.
 */
@RestController
@OpenToAll
class BackupForCommand {
  private static final Logger LOG = LoggerFactory.getLogger(BackupForCommand.class);
  private final KeyStore keys;
  private final DataSource database;
  private final Clock clock;
  private final OperatorsCommand operator;

  BackupForCommand(KeyStore keys, DataSource database, Clock clock, OperatorsCommand operator) {
    this.keys = keys;
    this.database = database;
    this.clock = clock;
    this.operator = operator;
  }

  @GetMapping("/house/backup/data")
  ResponseEntity<StreamingResponseBody> data(HttpServletRequest request) {
    operator.check(request);
    return file(this::writeData);
  }

  @GetMapping("/house/backup/keys")
  ResponseEntity<StreamingResponseBody> keys(HttpServletRequest request) {
    operator.check(request);
    return file(out -> Backup.keys(keys, clock.instant(), out));
  }

  private void writeData(OutputStream out) throws IOException {
    try (Connection connection = database.getConnection()) {
      int usual = connection.getTransactionIsolation();
      try {
        long rows = Backup.data(connection, keys, clock.instant(), out, (table, done) -> {});
        LOG.info("Backup of the data: {} rows.", rows);
      } finally {
        connection.setTransactionIsolation(usual);
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static ResponseEntity<StreamingResponseBody> file(StreamingResponseBody body) {
    return FileAnswer.forCommand().body(body);
  }

  /** Gives the node and every organisation a new key; answers the number of rewrapped keys. */
  @GetMapping(path = "/house/key/rotate", produces = MediaType.TEXT_PLAIN_VALUE)
  String rotate(HttpServletRequest request) {
    operator.check(request);
    int wrapped = 0;
    for (UUID organisation : keys.organisations()) {
      wrapped += keys.rotate(organisation);
    }
    try {
      keys.rotateNode();
    } catch (UncheckedIOException e) {
      LOG.error("The node's new key could not be written.", e);
      throw e;
    }
    LOG.info("Node and organisation keys were replaced; {} keys were rewrapped.", wrapped);
    return Integer.toString(wrapped);
  }
}
