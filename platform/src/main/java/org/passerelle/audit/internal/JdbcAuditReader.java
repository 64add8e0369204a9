package org.passerelle.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditReader;
import org.passerelle.audit.ChainWalk;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the log. */
@Component
class JdbcAuditReader implements AuditReader {
  private static final String COLUMNS =
      "number, at, user_id, organisation, action, subject_kind, subject, detail, hash";
  private static final String PAGE = " order by number desc limit :limit offset :offset";
  private final JdbcClient db;
  private final JdbcOperations plain;
  private final Checkpoints checkpoints;

  JdbcAuditReader(JdbcClient db, JdbcOperations plain, Checkpoints checkpoints) {
    this.db = db;
    this.plain = plain;
    this.checkpoints = checkpoints;
  }

  @Override
  @Transactional(readOnly = true)
  public List<AuditEntry> entries(
      @Nullable UUID organisation,
      @Nullable UUID subject,
      @Nullable UUID user,
      String action,
      int offset,
      int limit) {
    return chosen("select " + COLUMNS, PAGE, organisation, subject, user, action)
        .param("limit", limit)
        .param("offset", offset)
        .query(JdbcAuditReader::entry)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public long count(
      @Nullable UUID organisation, @Nullable UUID subject, @Nullable UUID user, String action) {
    if (organisation == null && subject == null && user == null && action.isEmpty()) {
      return length();
    }
    return chosen("select count(*)", "", organisation, subject, user, action)
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public List<AuditEntry> about(Collection<UUID> subjects, int offset, int limit) {
    return db.sql("select " + COLUMNS + " from audit_entry where subject in (:subjects)" + PAGE)
        .param("subjects", subjects)
        .param("limit", limit)
        .param("offset", offset)
        .query(JdbcAuditReader::entry)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public long countAbout(Collection<UUID> subjects) {
    return db.sql("select count(*) from audit_entry where subject in (:subjects)")
        .param("subjects", subjects)
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public List<HourCount> byHour(UUID organisation, Instant from, Instant until) {
    return db.sql(
            """
            select user_id, action, began, count(*) as entries
              from (select user_id, action, date_trunc('hour', at) as began
                      from audit_entry
                     where organisation = :organisation and at >= :from and at < :until) entry
             group by user_id, action, began
            """)
        .param("organisation", organisation)
        .param("from", Columns.at(from))
        .param("until", Columns.at(until))
        .query(
            (row, i) ->
                new HourCount(
                    row.getObject("user_id", UUID.class),
                    row.getString("action"),
                    Columns.instant(row, "began"),
                    row.getLong("entries")))
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public List<AuditEntry> within(
      UUID organisation,
      @Nullable UUID user,
      Instant from,
      Instant until,
      Collection<String> actions,
      int offset,
      int limit) {
    JdbcClient.StatementSpec statement =
        db.sql(
                "select "
                    + COLUMNS
                    + " from audit_entry where organisation = :organisation and at >= :from"
                    + " and at < :until and action in (:actions)"
                    + (user == null ? "" : " and user_id = :user")
                    + PAGE)
            .param("organisation", organisation)
            .param("from", Columns.at(from))
            .param("until", Columns.at(until))
            .param("actions", actions)
            .param("limit", limit)
            .param("offset", offset);
    return (user == null ? statement : statement.param("user", user))
        .query(JdbcAuditReader::entry)
        .list();
  }

  /**
   * Each combination of filters has a statement of its own, so that the indexes on subject and user
   * are used.
   */
  private JdbcClient.StatementSpec chosen(
      String select,
      String page,
      @Nullable UUID organisation,
      @Nullable UUID subject,
      @Nullable UUID user,
      String action) {
    String where =
        " from audit_entry where action like :action"
            + (organisation == null ? "" : " and organisation = :organisation")
            + (subject == null ? "" : " and subject = :subject")
            + (user == null ? "" : " and user_id = :user");
    JdbcClient.StatementSpec statement =
        db.sql(select + where + page).param("action", prefix(action));
    if (organisation != null) {
      statement = statement.param("organisation", organisation);
    }
    if (subject != null) {
      statement = statement.param("subject", subject);
    }
    return user == null ? statement : statement.param("user", user);
  }

  @Override
  public Optional<Broken> firstBroken() {
    return walk().broken();
  }

  @Override
  public ChainWalk.Result walk(LongConsumer passed) {
    ChainWalk.Result result =
        plain.execute(
            (ConnectionCallback<ChainWalk.Result>)
                connection -> ChainWalk.over(connection, checkpoints.roots(connection), passed));
    return Objects.requireNonNull(result);
  }

  @Override
  @Transactional(readOnly = true)
  public long length() {
    return db.sql("select coalesce(max(number), 0) from audit_entry").query(Long.class).single();
  }

  private static AuditEntry entry(ResultSet row, int number) throws SQLException {
    return ChainWalk.entry(row);
  }

  private static String prefix(String action) {
    return action.replace("%", "").replace("_", "") + "%";
  }
}
