package org.passerelle.audit.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditLog;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;

/** The chain in one table; writers queue on the single row that holds its head. */
@Component
class JdbcAuditLog implements AuditLog {
  private final JdbcClient db;
  private final Clock clock;

  JdbcAuditLog(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Override
  @Transactional
  public void write(
      SignedIn who,
      String action,
      String subjectKind,
      @Nullable UUID subject,
      Map<String, String> detail) {
    append(who.user(), who.organisation(), action, subjectKind, subject, detail);
  }

  @Override
  @Transactional
  public void writeByHouse(
      UUID organisation,
      String action,
      String subjectKind,
      @Nullable UUID subject,
      Map<String, String> detail) {
    append(null, organisation, action, subjectKind, subject, detail);
  }

  private void append(
      @Nullable UUID user,
      UUID organisation,
      String action,
      String subjectKind,
      @Nullable UUID subject,
      Map<String, String> detail) {
    try {
      Head head =
          db.sql("select number, hash from audit_head where id = 1 for update")
              .query((row, i) -> new Head(row.getLong("number"), row.getString("hash")))
              .single();
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      AuditEntry entry =
          new AuditEntry(
              head.number + 1,
              now,
              user,
              organisation,
              action,
              subjectKind,
              subject,
              lines(detail),
              "");
      String hash = entry.hashAfter(head.hash);
      db.sql(
              """
              insert into audit_entry
                (number, at, user_id, organisation, action, subject_kind, subject, detail, hash)
              values
                (:number, :at, :user, :organisation, :action, :kind, :subject, :detail, :hash)
              """)
          .param("number", entry.number())
          .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
          .param("user", user)
          .param("organisation", organisation)
          .param("action", action)
          .param("kind", subjectKind)
          .param("subject", subject)
          .param("detail", entry.detail())
          .param("hash", hash)
          .update();
      db.sql("update audit_head set number = :number, hash = :hash where id = 1")
          .param("number", entry.number())
          .param("hash", hash)
          .update();
    } catch (DataAccessException | TransactionException e) {
      throw new AuditUnavailable(e);
    }
  }

  /**
   * One {@code key=value} line each, sorted; line breaks in a value are made visible, so that no
   * line can be forged.
   */
  private static String lines(Map<String, String> detail) {
    return new TreeMap<>(detail)
        .entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue().replaceAll("\\p{Cntrl}", "�"))
            .collect(Collectors.joining("\n"));
  }

  private record Head(long number, String hash) {}
}
