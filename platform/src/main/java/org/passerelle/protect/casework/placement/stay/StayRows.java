package org.passerelle.protect.casework.placement.stay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores stays and their events. */
@Component
class StayRows {
  private static final String WORDS = "stay.details";
  private static final String EVENT = "stay_event.words";
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Vault vault;
  private final Clock clock;

  StayRows(JdbcClient db, SealedJson sealed, Vault vault, Clock clock) {
    this.db = db;
    this.sealed = sealed;
    this.vault = vault;
    this.clock = clock;
  }

  void insert(Stay stay, UUID user) {
    Instant due = stay.dueAt();
    db.sql(
            """
            insert into stay
              (id, case_id, organisation, place, bed, wait, state, details, due_at, at, by_user)
            values
              (:id, :case, :organisation, :place, :bed, :wait, :state, :details, :due, :at, :user)
            """)
        .param("id", stay.id())
        .param("case", stay.caseId())
        .param("organisation", stay.organisation())
        .param("place", stay.place())
        .param("bed", stay.bed())
        .param("wait", stay.request())
        .param("state", stay.state())
        .param("details", sealed.seal(stay.caseId(), WORDS, stay.words()))
        .param("due", due == null ? null : Columns.at(due))
        .param("at", Columns.at(stay.madeAt()))
        .param("user", user)
        .update();
  }

  Optional<Stay> find(UUID id) {
    return db.sql(
            "select s.*, e.code from stay s join case_outline e on e.id = s.case_id where s.id = :id")
        .param("id", id)
        .query(this::stay)
        .optional();
  }

  /** Locks a stay until the transaction ends. */
  Optional<Stay> hold(UUID id) {
    db.sql("select id from stay where id = :id for update")
        .param("id", id)
        .query(UUID.class)
        .optional();
    return find(id);
  }

  /** Stays of a case, newest first. */
  List<Stay> ofCase(UUID caseId) {
    return db.sql(
            """
            select s.*, e.code from stay s join case_outline e on e.id = s.case_id
             where s.case_id = :case order by s.at desc, s.id
            """)
        .param("case", caseId)
        .query(this::stay)
        .list();
  }

  void arrived(UUID id) {
    db.sql(
            """
            update stay
               set state = 'there', arrived_at = coalesce(arrived_at, :now), missing_at = null, due_at = null
             where id = :id
            """)
        .param("now", now())
        .param("id", id)
        .update();
  }

  void state(UUID id, String state, @Nullable Instant missingAt) {
    db.sql("update stay set state = :state, missing_at = :missing where id = :id")
        .param("state", state)
        .param("missing", missingAt == null ? null : Columns.at(missingAt))
        .param("id", id)
        .update();
  }

  void away(UUID id, Instant back) {
    db.sql("update stay set state = 'away', missing_at = null, due_at = :due where id = :id")
        .param("due", Columns.at(back))
        .param("id", id)
        .update();
  }

  /** Changes the expected time. */
  void due(UUID id, Instant by) {
    db.sql("update stay set due_at = :due where id = :id")
        .param("due", Columns.at(by))
        .param("id", id)
        .update();
  }

  void ended(UUID id, String state, String how) {
    db.sql(
            """
            update stay
               set state = :state, ended_at = :now, ended = :how, missing_at = null, due_at = null,
                   known = null
             where id = :id
            """)
        .param("state", state)
        .param("now", now())
        .param("how", how)
        .param("id", id)
        .update();
  }

  void event(UUID id, Stay stay, String kind, String code, String words, UUID user) {
    db.sql(
            """
            insert into stay_event (id, stay, kind, code, words, at, by_user)
            values (:id, :stay, :kind, :code, :words, :at, :user)
            """)
        .param("id", id)
        .param("stay", stay.id())
        .param("kind", kind)
        .param("code", code)
        .param("words", vault.seal(stay.caseId(), EVENT, words))
        .param("at", now())
        .param("user", user)
        .update();
  }

  /** Events of a stay, newest first. */
  List<Stay.Event> events(Stay stay) {
    return db.sql("select * from stay_event where stay = :stay order by at desc, id")
        .param("stay", stay.id())
        .query(
            (row, i) ->
                new Stay.Event(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getString("code"),
                    vault.open(stay.caseId(), EVENT, row.getBytes("words")),
                    Columns.instant(row, "at"),
                    row.getObject("by_user", UUID.class)))
        .list();
  }

  private Stay stay(ResultSet row, int i) throws SQLException {
    UUID caseId = row.getObject("case_id", UUID.class);
    String ended = row.getString("ended");
    return new Stay(
        row.getObject("id", UUID.class),
        caseId,
        row.getString("code"),
        row.getObject("organisation", UUID.class),
        row.getObject("place", UUID.class),
        row.getObject("bed", UUID.class),
        row.getObject("wait", UUID.class),
        row.getString("state"),
        sealed.open(caseId, WORDS, row.getBytes("details"), Stay.Words.class),
        Columns.instant(row, "at"),
        Columns.instantOrNull(row, "arrived_at"),
        Columns.instantOrNull(row, "missing_at"),
        Columns.instantOrNull(row, "due_at"),
        Columns.instantOrNull(row, "ended_at"),
        ended == null ? "" : ended);
  }

  private OffsetDateTime now() {
    return Columns.at(clock.instant());
  }
}
