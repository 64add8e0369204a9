package org.passerelle.house.log;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.passerelle.access.OpenToAll;
import org.passerelle.audit.AuditReader;
import org.passerelle.audit.ChainWalk;
import org.passerelle.audit.ExportedLog;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.OperatorsCommand;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * Verifies the chain for {@code passerelle verify-audit} while the server is running and holds the
 * database.
 */
@RestController
@OpenToAll
class AuditCheck {
  private final AuditReader reader;
  private final DataSource database;
  private final OperatorsCommand operator;

  AuditCheck(AuditReader reader, DataSource database, OperatorsCommand operator) {
    this.reader = reader;
    this.database = database;
    this.operator = operator;
  }

  @GetMapping(path = "/house/verify-audit", produces = MediaType.TEXT_PLAIN_VALUE)
  String verify(HttpServletRequest request) {
    operator.check(request);
    ChainWalk.Result result = reader.walk();
    return result.entries()
        + " "
        + result.roots()
        + "\n"
        + result
            .broken()
            .map(b -> b.number() + "\n" + b.expected() + "\n" + b.found() + "\n")
            .orElse("");
  }

  /** The whole log as a file that can be verified anywhere. */
  @GetMapping("/house/audit-export")
  ResponseEntity<StreamingResponseBody> export(HttpServletRequest request) {
    operator.check(request);
    return FileAnswer.forCommand().body(this::write);
  }

  private void write(OutputStream out) throws IOException {
    try (Connection connection = database.getConnection()) {
      ExportedLog.write(connection, out);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
