package org.passerelle.protect.identity.tracing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.UuidArray;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores tracing requests; texts are encrypted under the case's key. */
@Component
class TracingRows {
  static final String WORDS = "tracing_request.words";
  static final String STEP = "tracing_step.words";
  private static final String ENDING = "tracing_request.ending";
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Vault vault;

  TracingRows(JdbcClient db, SealedJson sealed, Vault vault) {
    this.db = db;
    this.sealed = sealed;
    this.vault = vault;
  }

  /** Requests of a case: current ones first, then newest first. */
  List<TracingRequest> of(UUID caseId) {
    Map<UUID, List<TracingRequest.Step>> steps = new HashMap<>();
    db.sql("select * from tracing_step where case_id = :case order by on_day, at, id")
        .param("case", caseId)
        .query(
            row -> {
              steps
                  .computeIfAbsent(row.getObject("request", UUID.class), id -> new ArrayList<>())
                  .add(step(row, caseId));
            });
    return db.sql(
            """
            select * from tracing_request where case_id = :case
             order by case when state = 'ended' then 1 else 0 end, at desc, id
            """)
        .param("case", caseId)
        .query((row, i) -> request(row, caseId, steps))
        .list();
  }

  /** Number of current requests of a case, without decryption. */
  int count(UUID caseId) {
    return db.sql("select count(*) from tracing_request where case_id = :case and state <> 'ended'")
        .param("case", caseId)
        .query(Integer.class)
        .single();
  }

  /** Whether a person is already being traced in a case. */
  boolean lasts(UUID caseId, UUID person) {
    return db.sql(
                """
                select count(*) from tracing_request
                 where case_id = :case and person = :person and state <> 'ended'
                """)
            .param("case", caseId)
            .param("person", person)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Locks a request and returns its state. */
  TracingRequest.State hold(UUID id) {
    return state(
        db.sql("select state from tracing_request where id = :id for update")
            .param("id", id)
            .query(String.class)
            .single());
  }

  void review(UUID id, LocalDate day) {
    db.sql("update tracing_request set review_on = :day where id = :id")
        .param("day", day)
        .param("id", id)
        .update();
  }

  void end(UUID id, UUID caseId, TracingRequest.Ending ending) {
    db.sql(
            """
            update tracing_request
               set state = 'ended', outcome = :outcome, ending = :words, ended_at = :at, ended_by = :by
             where id = :id
            """)
        .param("outcome", ending.outcome())
        .param("words", vault.seal(caseId, ENDING, ending.words()))
        .param("at", Columns.at(ending.at()))
        .param("by", ending.by())
        .param("id", id)
        .update();
  }

  void resume(UUID id, LocalDate review) {
    db.sql(
            """
            update tracing_request set state = 'open', held_at = null, review_on = :day where id = :id
            """)
        .param("day", review)
        .param("id", id)
        .update();
  }

  /** Identifiers of a request. */
  record Which(UUID id, UUID caseId) {}

  /** Open requests for persons of an organisation, locked and put on hold. */
  List<Which> holdAll(Collection<UUID> persons, UUID organisation, OffsetDateTime now) {
    return db
        .sql(
            """
            select r.id, r.case_id from tracing_request r join case_outline c on c.id = r.case_id
             where r.person = any(cast(:persons as uuid array)) and c.organisation = :organisation
               and r.state = 'open'
             order by r.id
            """)
        .param("persons", UuidArray.of(persons))
        .param("organisation", organisation)
        .query(
            (row, i) ->
                new Which(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class)))
        .list()
        .stream()
        .filter(one -> hold(one.id, now))
        .toList();
  }

  private boolean hold(UUID id, OffsetDateTime now) {
    return db.sql(
                """
                update tracing_request set state = 'held', held_at = :now
                 where id = :id and state = 'open'
                """)
            .param("now", now)
            .param("id", id)
            .update()
        == 1;
  }

  private TracingRequest.Step step(ResultSet row, UUID caseId) throws SQLException {
    return new TracingRequest.Step(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getObject("on_day", LocalDate.class),
        vault.open(caseId, STEP, row.getBytes("words")),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class));
  }

  private TracingRequest request(
      ResultSet row, UUID caseId, Map<UUID, List<TracingRequest.Step>> steps) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new TracingRequest(
        id,
        caseId,
        row.getObject("person", UUID.class),
        row.getString("wish"),
        state(row.getString("state")),
        row.getObject("review_on", LocalDate.class),
        sealed.open(caseId, WORDS, row.getBytes("words"), TracingRequest.Words.class),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class),
        steps.getOrDefault(id, List.of()),
        ending(row, caseId));
  }

  private TracingRequest.@Nullable Ending ending(ResultSet row, UUID caseId) throws SQLException {
    String outcome = row.getString("outcome");
    return outcome == null
        ? null
        : new TracingRequest.Ending(
            outcome,
            vault.open(caseId, ENDING, row.getBytes("ending")),
            Columns.instant(row, "ended_at"),
            row.getObject("ended_by", UUID.class));
  }

  private static TracingRequest.State state(String code) {
    return TracingRequest.State.valueOf(code.toUpperCase(Locale.ROOT));
  }
}
