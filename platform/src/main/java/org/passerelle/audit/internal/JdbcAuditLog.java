package org.passerelle.audit.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditLog;
import org.passerelle.storage.Rows;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;

/** The chain in one table; writers queue on the single row that holds its head. */
@Component
class JdbcAuditLog implements AuditLog {
  private static final String INSERT =
      """
      insert into audit_entry
        (number, at, user_id, organisation, action, subject_kind, subject, detail, hash)
      values
        (:number, :at, :user, :organisation, :action, :kind, :subject, :detail, :hash)
      """;
  private final JdbcClient db;
  private final NamedParameterJdbcOperations named;
  private final Clock clock;

  JdbcAuditLog(JdbcClient db, NamedParameterJdbcOperations named, Clock clock) {
    this.db = db;
    this.named = named;
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
    append(who.user(), who.organisation(), List.of(new Line(action, subjectKind, subject, detail)));
  }

  @Override
  @Transactional
  public void writeByHouse(
      UUID organisation,
      String action,
      String subjectKind,
      @Nullable UUID subject,
      Map<String, String> detail) {
    append(null, organisation, List.of(new Line(action, subjectKind, subject, detail)));
  }

  @Override
  @Transactional
  public void writeAll(SignedIn who, List<Line> lines) {
    append(who.user(), who.organisation(), lines);
  }

  private void append(@Nullable UUID user, UUID organisation, List<Line> lines) {
    try {
      Head head =
          db.sql("select number, hash from audit_head where id = 1 for update")
              .query((row, i) -> new Head(row.getLong("number"), row.getString("hash")))
              .single();
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      Rows rows = new Rows();
      for (Line line : lines) {
        head = add(entry(head, now, user, organisation, line), head, rows);
      }
      rows.insert(named);
      db.sql("update audit_head set number = :number, hash = :hash where id = 1")
          .param("number", head.number)
          .param("hash", head.hash)
          .update();
    } catch (DataAccessException | TransactionException e) {
      throw new AuditUnavailable(e);
    }
  }

  private static AuditEntry entry(
      Head head, Instant now, @Nullable UUID user, UUID organisation, Line line) {
    return new AuditEntry(
        head.number + 1,
        now,
        user,
        organisation,
        line.action(),
        line.subjectKind(),
        line.subject(),
        lines(line.detail()),
        "");
  }

  private static Head add(AuditEntry entry, Head before, Rows rows) {
    String hash = entry.hashAfter(before.hash);
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("number", entry.number());
    row.put("at", OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
    row.put("user", entry.user());
    row.put("organisation", entry.organisation());
    row.put("action", entry.action());
    row.put("kind", entry.subjectKind());
    row.put("subject", entry.subject());
    row.put("detail", entry.detail());
    row.put("hash", hash);
    rows.add(INSERT, row);
    return new Head(entry.number(), hash);
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
