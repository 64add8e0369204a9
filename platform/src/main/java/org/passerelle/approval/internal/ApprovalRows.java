package org.passerelle.approval.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.ApprovalRequest.State;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Approval requests in the database. */
@Component
class ApprovalRows {
  private static final String PAYLOAD = "approval.payload.";
  private static final String REASON = "approval.reason.";
  private final JdbcClient db;
  private final Vault vault;
  private final SealedJson sealed;

  ApprovalRows(JdbcClient db, Vault vault, SealedJson sealed) {
    this.db = db;
    this.vault = vault;
    this.sealed = sealed;
  }

  /**
   * Stores a request.
   *
   * @throws org.springframework.dao.DuplicateKeyException if an identical one is open, even if it
   *     was created concurrently
   */
  void insert(ApprovalRequest request) {
    db.sql(
            """
            update approval_request set waits_about = null where waits_about = :about and expires <= :now
            """)
        .param("about", about(request))
        .param("now", at(request.askedAt()))
        .update();
    db.sql(
            """
            insert into approval_request
              (id, code, kind, organisation, subject_kind, subject, vault_key, payload,
               asked_by, asked_at, expires, state, waits_about)
            values
              (:id, :code, :kind, :organisation, :subjectKind, :subject, :key, :payload,
               :askedBy, :askedAt, :expires, 'WAITING', :about)
            """)
        .param("id", request.id())
        .param("code", request.code())
        .param("kind", request.kind())
        .param("organisation", request.subject().organisation())
        .param("subjectKind", request.subject().kind())
        .param("subject", request.subject().id())
        .param("key", request.subject().key())
        .param(
            "payload",
            sealed.seal(request.subject().key(), PAYLOAD + request.id(), request.payload()))
        .param("askedBy", request.askedBy())
        .param("askedAt", at(request.askedAt()))
        .param("expires", at(request.expires()))
        .param("about", about(request))
        .update();
  }

  private static String about(ApprovalRequest request) {
    return request.kind() + " " + request.subject().id();
  }

  /** Closes a request; false if it was closed before. */
  boolean end(ApprovalRequest request, State state, @Nullable UUID by, Instant now, String reason) {
    return db.sql(
                """
                update approval_request
                   set state = :state, waits_about = null, decided_by = :by, decided_at = :at, reason = :reason
                 where id = :id and state = 'WAITING'
                """)
            .param("state", state.name())
            .param("by", by)
            .param("at", at(now))
            .param(
                "reason",
                reason.isEmpty()
                    ? null
                    : vault.seal(request.subject().key(), REASON + request.id(), reason))
            .param("id", request.id())
            .update()
        == 1;
  }

  Optional<ApprovalRequest> find(UUID id) {
    return db.sql("select * from approval_request where id = :id")
        .param("id", id)
        .query(this::request)
        .optional();
  }

  Optional<ApprovalRequest> waiting(String kind, UUID subject, Instant now) {
    return db.sql(
            """
            select * from approval_request
             where subject = :subject and kind = :kind and state = 'WAITING' and expires > :now
             order by asked_at desc fetch first 1 row only
            """)
        .param("subject", subject)
        .param("kind", kind)
        .param("now", at(now))
        .query(this::request)
        .optional();
  }

  /** All open requests of the node, oldest first; there are few at any time. */
  List<ApprovalRequest> waiting(Instant now) {
    return db.sql(
            """
            select * from approval_request where state = 'WAITING' and expires > :now
             order by asked_at
            """)
        .param("now", at(now))
        .query(this::request)
        .list();
  }

  List<ApprovalRequest> overdue(Instant now) {
    return db.sql("select * from approval_request where state = 'WAITING' and expires <= :now")
        .param("now", at(now))
        .query(this::request)
        .list();
  }

  List<ApprovalRequest> askedBy(UUID user, Instant since) {
    return db.sql(
            """
            select * from approval_request where asked_by = :user and asked_at > :since
             order by asked_at desc
            """)
        .param("user", user)
        .param("since", at(since))
        .query(this::request)
        .list();
  }

  List<ApprovalRequest> decidedIn(UUID organisation, int most) {
    return db.sql(
            """
            select * from approval_request
             where organisation = :organisation and state in ('APPROVED', 'DECLINED')
             order by decided_at desc fetch first :most rows only
            """)
        .param("organisation", organisation)
        .param("most", most)
        .query(this::request)
        .list();
  }

  private ApprovalRequest request(ResultSet row, int number) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID key = row.getObject("vault_key", UUID.class);
    return new ApprovalRequest(
        id,
        row.getString("code"),
        row.getString("kind"),
        new ActSubject(
            row.getString("subject_kind"),
            row.getObject("subject", UUID.class),
            row.getObject("organisation", UUID.class),
            key),
        payload(key, id, row.getBytes("payload")),
        row.getObject("asked_by", UUID.class),
        Columns.instant(row, "asked_at"),
        Columns.instant(row, "expires"),
        State.valueOf(row.getString("state")),
        row.getObject("decided_by", UUID.class),
        Columns.instantOrNull(row, "decided_at"),
        reason(key, id, row.getBytes("reason")));
  }

  private Map<String, String> payload(UUID key, UUID id, byte[] stored) {
    if (!vault.holds(key)) {
      return Map.of();
    }
    Map<?, ?> opened = sealed.open(key, PAYLOAD + id, stored, Map.class);
    return opened.entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                e -> String.valueOf(e.getKey()), e -> String.valueOf(e.getValue())));
  }

  private String reason(UUID key, UUID id, byte @Nullable [] stored) {
    return stored == null || !vault.holds(key) ? "" : vault.open(key, REASON + id, stored);
  }

  static OffsetDateTime at(Instant instant) {
    return Columns.at(instant);
  }
}
