package org.passerelle.audit.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditReader;
import org.passerelle.audit.ChainWalk;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the log. */
@Component
class JdbcAuditReader implements AuditReader {
  private static final UUID ANY = new UUID(0, 0);
  private final JdbcClient db;
  private final JdbcOperations plain;

  JdbcAuditReader(JdbcClient db, JdbcOperations plain) {
    this.db = db;
    this.plain = plain;
  }

  @Override
  @Transactional(readOnly = true)
  public List<AuditEntry> entries(
      @Nullable UUID subject, @Nullable UUID user, String action, int offset, int limit) {
    return db.sql(
            """
            select number, at, user_id, organisation, action, subject_kind, subject, detail, hash
              from audit_entry
             where (:subject = :any or subject = :subject)
               and (:user = :any or user_id = :user)
               and action like :action
             order by number desc
             limit :limit offset :offset
            """)
        .param("any", ANY)
        .param("subject", subject == null ? ANY : subject)
        .param("user", user == null ? ANY : user)
        .param("action", prefix(action))
        .param("limit", limit)
        .param("offset", offset)
        .query(JdbcAuditReader::entry)
        .list();
  }

  @Override
  @Transactional(readOnly = true)
  public long count(@Nullable UUID subject, @Nullable UUID user, String action) {
    return db.sql(
            """
            select count(*) from audit_entry
             where (:subject = :any or subject = :subject)
               and (:user = :any or user_id = :user)
               and action like :action
            """)
        .param("any", ANY)
        .param("subject", subject == null ? ANY : subject)
        .param("user", user == null ? ANY : user)
        .param("action", prefix(action))
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Broken> firstBroken() {
    return walk().broken();
  }

  @Override
  @Transactional(readOnly = true)
  public ChainWalk.Result walk() {
    ChainWalk.Result result = plain.execute((ConnectionCallback<ChainWalk.Result>) ChainWalk::over);
    return Objects.requireNonNull(result);
  }

  @Override
  @Transactional(readOnly = true)
  public long length() {
    return db.sql("select count(*) from audit_entry").query(Long.class).single();
  }

  private static AuditEntry entry(ResultSet row, int number) throws SQLException {
    return ChainWalk.entry(row);
  }

  private static String prefix(String action) {
    return action.replace("%", "").replace("_", "") + "%";
  }
}
