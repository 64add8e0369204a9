package org.passerelle.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Walks the whole chain over a plain connection, so that the launcher can do it without starting
 * the house. It reads in stretches, so that a long log needs little memory, and writers may go on
 * meanwhile.
 */
public final class ChainWalk {
  private static final int STRETCH = 5_000;
  private final Connection connection;
  private long number;
  private String hash = AuditEntry.BEGINNING;

  private ChainWalk(Connection connection) {
    this.connection = connection;
  }

  /**
   * What the walk found.
   *
   * @param entries how many hold, from the beginning
   * @param broken the first entry whose hash, number or place does not fit, or nothing if all is
   *     well
   */
  public record Result(long entries, Optional<AuditReader.Broken> broken) {}

  /** Walks from the first entry to the last. */
  public static Result over(Connection connection) throws SQLException {
    ChainWalk walk = new ChainWalk(connection);
    Optional<AuditReader.Broken> broken = walk.toTheEnd();
    return new Result(broken.isPresent() ? broken.get().number() - 1 : walk.number, broken);
  }

  private Optional<AuditReader.Broken> toTheEnd() throws SQLException {
    while (true) {
      List<AuditEntry> stretch = next();
      for (AuditEntry entry : stretch) {
        Optional<AuditReader.Broken> broken = step(entry);
        if (broken.isPresent()) {
          return broken;
        }
      }
      if (stretch.size() < STRETCH) {
        Head head = head();
        if (head.hash.equals(hash)) {
          return Optional.empty();
        }
        // the head may have gone on since the stretch was read; else entries were cut off
        if (head.number <= number || next().isEmpty()) {
          return Optional.of(
              new AuditReader.Broken(number + 1, head.hash, "the log ends at entry " + number));
        }
      }
    }
  }

  private Optional<AuditReader.Broken> step(AuditEntry entry) {
    number++;
    if (entry.number() != number) {
      return Optional.of(
          new AuditReader.Broken(
              number, "an entry with number " + number, "entry " + entry.number()));
    }
    String expected = entry.hashAfter(hash);
    hash = expected;
    return expected.equals(entry.hash())
        ? Optional.empty()
        : Optional.of(new AuditReader.Broken(number, expected, entry.hash()));
  }

  private List<AuditEntry> next() throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            select number, at, user_id, organisation, action, subject_kind, subject, detail, hash
              from audit_entry where number > ? order by number limit ?
            """)) {
      select.setLong(1, number);
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
          : new Head(0, "no head: the row that names the last entry is missing");
    }
  }

  /** One row of the log. */
  public static AuditEntry entry(ResultSet row) throws SQLException {
    return new AuditEntry(
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
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
