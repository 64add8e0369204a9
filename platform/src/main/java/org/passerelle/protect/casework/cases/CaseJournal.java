package org.passerelle.protect.casework.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Rows;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The journal of a case: one coded entry per event, which the timeline translates. */
@Service
public class CaseJournal {
  private static final String INSERT =
      """
      insert into case_event (id, case_id, kind, code, subject, at, by_user)
      values (:id, :case, :kind, :code, :subject, :at, :user)
      """;
  private final JdbcClient db;
  private final Identifiers identifiers;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final CaseLock lock;

  CaseJournal(
      JdbcClient db,
      Identifiers identifiers,
      Clock clock,
      ApplicationEventPublisher events,
      CaseLock lock) {
    this.events = events;
    this.lock = lock;
    this.db = db;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * Adds an entry in the transaction of the event.
   *
   * @param kind for example {@code referral.accepted}; its text is {@code timeline.KIND}
   * @param code argument of the text from a code list, or empty
   * @param subject identifier of the note, referral or decision concerned, or null
   */
  public void add(UUID caseId, String kind, String code, @Nullable UUID subject, SignedIn who) {
    insert(caseId, kind, code, subject, who.user());
    events.publishEvent(new Happened(caseId, who.organisation(), kind, code, subject));
  }

  /** Adds an entry for an event that was not caused by a user of this organisation. */
  public void addByHouse(UUID caseId, String kind, String code, @Nullable UUID subject) {
    insert(caseId, kind, code, subject, null);
    events.publishEvent(new Happened(caseId, null, kind, code, subject));
  }

  /** Newest entries of a case. */
  public List<Line> newest(UUID caseId, int limit) {
    return db.sql(
            """
            select kind, code, subject, at, by_user from case_event
             where case_id = :case order by at desc, id limit :limit
            """)
        .param("case", caseId)
        .param("limit", limit)
        .query(
            (row, i) ->
                new Line(
                    row.getString("kind"),
                    row.getString("code"),
                    row.getObject("subject", UUID.class),
                    Columns.instant(row, "at"),
                    row.getObject("by_user", UUID.class)))
        .list();
  }

  /** The same as a row that the caller inserts together with others, possibly dated in the past. */
  public void add(
      UUID caseId,
      String kind,
      String code,
      @Nullable UUID subject,
      OffsetDateTime at,
      SignedIn who,
      Rows rows) {
    if (!rows.isMade(caseId)) {
      lock.againstErasure(caseId);
    }
    rows.add(INSERT, row(caseId, kind, code, subject, at, who.user()));
    events.publishEvent(new Happened(caseId, who.organisation(), kind, code, subject));
  }

  private void insert(
      UUID caseId, String kind, String code, @Nullable UUID subject, @Nullable UUID user) {
    lock.againstErasure(caseId);
    db.sql(INSERT).params(row(caseId, kind, code, subject, Columns.now(clock), user)).update();
  }

  private Map<String, @Nullable Object> row(
      UUID caseId,
      String kind,
      String code,
      @Nullable UUID subject,
      OffsetDateTime at,
      @Nullable UUID user) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", identifiers.next());
    row.put("case", caseId);
    row.put("kind", kind);
    row.put("code", code);
    row.put("subject", subject);
    row.put("at", at);
    row.put("user", user);
    return row;
  }

  /**
   * An event of a case; published in its transaction.
   *
   * @param organisation organisation of the case; null if the event was caused by another
   *     organisation
   * @param kind as in the journal
   * @param code as in the journal
   */
  public record Happened(
      UUID caseId, @Nullable UUID organisation, String kind, String code, @Nullable UUID subject) {}

  public record Line(
      String kind, String code, @Nullable UUID subject, Instant at, @Nullable UUID user) {}
}
