package org.passerelle.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.passerelle.storage.Columns;

/**
 * Verifies the whole chain over a plain JDBC connection, so that the launcher can do it without
 * starting the server. It reads in chunks, so that a long log needs little memory and new entries
 * can be written meanwhile.
 */
public final class ChainWalk {
  private static final int STRETCH = 5_000;
  private final Connection connection;
  private final ChainStep steps;
  private final LongConsumer passed;

  private ChainWalk(Connection connection, SignedRoots roots, LongConsumer passed) {
    this.connection = connection;
    this.steps = new ChainStep(roots);
    this.passed = passed;
  }

  /**
   * The result.
   *
   * @param entries number of valid entries from the beginning
   * @param broken the first entry whose hash, number or position is wrong, or empty if the chain is
   *     valid
   * @param roots number of signed roots that were verified
   */
  public record Result(long entries, Optional<AuditReader.Broken> broken, int roots) {}

  /** Verifies all entries, and the signed roots in the database. */
  public static Result over(Connection connection) throws SQLException {
    return over(connection, SignedRoots.in(connection));
  }

  /** The same against signed roots that are kept elsewhere. */
  public static Result over(Connection connection, SignedRoots roots) throws SQLException {
    return over(connection, roots, entries -> {});
  }

  /**
   * The same, reporting progress.
   *
   * @param passed receives the number of entries checked since its last call
   */
  public static Result over(Connection connection, SignedRoots roots, LongConsumer passed)
      throws SQLException {
    ChainWalk walk = new ChainWalk(connection, roots, passed);
    return walk.steps.result(walk.toTheEnd());
  }

  private Optional<AuditReader.Broken> toTheEnd() throws SQLException {
    while (true) {
      List<AuditEntry> stretch = next();
      for (AuditEntry entry : stretch) {
        Optional<AuditReader.Broken> broken = steps.pass(entry);
        if (broken.isPresent()) {
          return broken;
        }
      }
      passed.accept(stretch.size());
      if (stretch.size() < STRETCH) {
        Head head = head();
        if (head.hash.equals(steps.hash())) {
          return Optional.empty();
        }
        // the head may have advanced since the chunk was read; otherwise entries were removed at
        // the end
        if (head.number <= steps.number() || next().isEmpty()) {
          return Optional.of(
              new AuditReader.Broken(
                  steps.number() + 1, head.hash, "the log ends at entry " + steps.number()));
        }
      }
    }
  }

  private List<AuditEntry> next() throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select number, at, user_id, organisation, action, subject_kind, subject, detail, hash
              from audit_entry where number > ? order by number limit ?
            """)) {
      select.setLong(1, steps.number());
      select.setInt(2, STRETCH);
      List<AuditEntry> stretch = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          stretch.add(entry(rows));
        }
      }
      return stretch;
    }
  }

  private Head head() throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("select number, hash from audit_head where id = 1")) {
      return row.next()
          ? new Head(row.getLong("number"), row.getString("hash"))
          : new Head(0, "no head: the row that points to the last entry is missing");
    }
  }

  /** A row of the log. */
  public static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("number"),
        Columns.instant(row, "at"),
        row.getObject("user_id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getString("action"),
        row.getString("subject_kind"),
        row.getObject("subject", UUID.class),
        row.getString("detail"),
        row.getString("hash"));
  }

  private record Head(long number, String hash) {}
}
