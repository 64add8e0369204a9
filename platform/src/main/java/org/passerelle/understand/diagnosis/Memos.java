package org.passerelle.understand.diagnosis;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Memos of the team about an interview. Safe for concurrent use. */
@Service
public class Memos {
  private static final String MEMO = "interview_memo.content";
  private final JdbcClient db;
  private final Vault vault;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;
  private final Interviews interviews;

  Memos(
      JdbcClient db,
      Vault vault,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock,
      Interviews interviews) {
    this.db = db;
    this.vault = vault;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
    this.interviews = interviews;
  }

  /** A memo. */
  public record Memo(String content, UUID by, Instant at) {}

  /** Adds a memo for the team. */
  @Transactional
  public void note(UUID interview, String content, SignedIn who) {
    Interview found = interviews.find(interview, who);
    if (found.withdrawnAt() != null) {
      throw new Refused("diagnosis.refused.withdrawn");
    }
    db.sql(
            """
            insert into interview_memo (id, interview, content, by_user, at)
            values (:id, :interview, :content, :user, :now)
            """)
        .param("id", identifiers.next())
        .param("interview", interview)
        .param("content", vault.seal(interview, MEMO, content))
        .param("user", who.user())
        .param("now", Columns.now(clock))
        .update();
    audit.write(
        who,
        "interview.memo",
        "diagnosis",
        found.diagnosis(),
        Map.of("interview", interview.toString()));
  }

  /** Memos of an interview, oldest first. */
  @Transactional(readOnly = true)
  public List<Memo> of(UUID interview, SignedIn who) {
    interviews.find(interview, who);
    return db.sql(
            "select content, by_user, at from interview_memo where interview = :id order by at, id")
        .param("id", interview)
        .query(
            (row, i) ->
                new Memo(
                    vault.open(interview, MEMO, row.getBytes("content")),
                    row.getObject("by_user", UUID.class),
                    Columns.instant(row, "at")))
        .list();
  }
}
