package org.passerelle.audit.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.audit.AuditEntry;
import org.passerelle.audit.AuditLog.AuditUnavailable;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Rows;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The chain in one table; appending locks the single row that holds its head until the transaction
 * ends. Nothing else may therefore happen between joining and the commit.
 */
@Component
class Chain {
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
  private final TransactionTemplate alone;

  Chain(
      JdbcClient db,
      NamedParameterJdbcOperations named,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.db = db;
    this.named = named;
    this.clock = clock;
    this.alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Appends entries within the current transaction, in their order, all with the time of joining.
   */
  void join(List<Unchained> lines) {
    try {
      Head head =
          db.sql("select number, hash from audit_head where id = 1 for update")
              .query((row, i) -> new Head(row.getLong("number"), row.getString("hash")))
              .single();
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      Rows rows = new Rows();
      for (Unchained line : lines) {
        head = add(line.after(head.number, now), head, rows);
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

  /** The same in a transaction of its own. */
  void joinAlone(List<Unchained> lines) {
    alone.executeWithoutResult(status -> join(lines));
  }

  private static Head add(AuditEntry entry, Head before, Rows rows) {
    String hash = entry.hashAfter(before.hash);
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("number", entry.number());
    row.put("at", Columns.at(entry.at()));
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

  private record Head(long number, String hash) {}
}
