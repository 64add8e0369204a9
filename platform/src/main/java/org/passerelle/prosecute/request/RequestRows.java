package org.passerelle.prosecute.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests with their exhibits and steps. */
@Component
class RequestRows {
  private static final String FIELDS = "assistance_request.words";
  private static final String NOTE = "assistance_step.words";
  private final JdbcClient db;
  private final InvestigationRecord records;
  private final Identifiers identifiers;

  RequestRows(JdbcClient db, InvestigationRecord records, Identifiers identifiers) {
    this.db = db;
    this.records = records;
    this.identifiers = identifiers;
  }

  /** A request with its investigation. */
  record Of(UUID investigation, AssistanceRequest request) {}

  List<Of> of(Collection<UUID> investigations) {
    Map<UUID, List<UUID>> exhibits = exhibits(investigations);
    Map<UUID, List<AssistanceRequest.Step>> steps = steps(investigations);
    return db.sql(
            """
            select * from assistance_request where investigation = any(cast(:ids as uuid array))
             order by investigation, number
            """)
        .param("ids", UuidArray.of(investigations))
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              UUID investigation = row.getObject("investigation", UUID.class);
              return new Of(
                  investigation,
                  new AssistanceRequest(
                      id,
                      row.getInt("number"),
                      row.getString("kind"),
                      row.getString("country"),
                      row.getObject("answer_by", LocalDate.class),
                      records.open(
                          investigation,
                          FIELDS,
                          row.getBytes("words"),
                          AssistanceRequest.Words.class),
                      row.getInt("version"),
                      exhibits.getOrDefault(id, List.of()),
                      steps.getOrDefault(id, List.of())));
            })
        .list();
  }

  private Map<UUID, List<UUID>> exhibits(Collection<UUID> investigations) {
    Map<UUID, List<UUID>> exhibits = new HashMap<>();
    db.sql(
            """
            select e.request, e.exhibit from assistance_exhibit e join assistance_request r on r.id = e.request
             where r.investigation = any(cast(:ids as uuid array)) order by e.exhibit
            """)
        .param("ids", UuidArray.of(investigations))
        .query(
            row -> {
              exhibits
                  .computeIfAbsent(row.getObject("request", UUID.class), r -> new ArrayList<>())
                  .add(row.getObject("exhibit", UUID.class));
            });
    return exhibits;
  }

  private Map<UUID, List<AssistanceRequest.Step>> steps(Collection<UUID> investigations) {
    Map<UUID, List<AssistanceRequest.Step>> steps = new HashMap<>();
    db.sql(
            """
            select s.*, r.investigation from assistance_step s join assistance_request r on r.id = s.request
             where r.investigation = any(cast(:ids as uuid array))
            """)
        .param("ids", UuidArray.of(investigations))
        .query(
            row -> {
              steps
                  .computeIfAbsent(row.getObject("request", UUID.class), r -> new ArrayList<>())
                  .add(step(row));
            });
    return steps;
  }

  private AssistanceRequest.Step step(ResultSet row) throws SQLException {
    return new AssistanceRequest.Step(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getString("kind"),
        row.getString("ground"),
        row.getObject("on_day", LocalDate.class),
        records
            .open(
                row.getObject("investigation", UUID.class),
                NOTE,
                row.getBytes("words"),
                AssistanceRequest.Note.class)
            .note(),
        row.getObject("struck_at") != null);
  }

  int count(UUID investigation) {
    return db.sql("select count(*) from assistance_request where investigation = :id")
        .param("id", investigation)
        .query(Integer.class)
        .single();
  }

  /** Adds one; the caller holds the investigation, so that numbers do not repeat. */
  UUID insert(UUID investigation, AssistanceRequest.Draft draft, SignedIn who) {
    UUID id = identifiers.next();
    Map<String, @Nullable Object> row = row(id, investigation, draft, who);
    row.put("investigation", investigation);
    row.put("number", count(investigation) + 1);
    row.put("kind", draft.kind());
    row.put("at", records.now());
    row.put("user", who.user());
    db.sql(
            """
            insert into assistance_request
              (id, investigation, number, kind, country, answer_by, words, version, at, by_user)
            values (:id, :investigation, :number, :kind, :country, :by, :words, 1, :at, :user)
            """)
        .params(row)
        .update();
    attach(id, draft.exhibits());
    return id;
  }

  private Map<String, @Nullable Object> row(
      UUID id, UUID investigation, AssistanceRequest.Draft draft, SignedIn who) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("country", draft.country());
    row.put("by", draft.answerBy());
    row.put("words", records.seal(investigation, FIELDS, draft.words(), who));
    return row;
  }

  private void attach(UUID request, List<UUID> exhibits) {
    for (UUID exhibit : exhibits) {
      db.sql("insert into assistance_exhibit (request, exhibit) values (:request, :exhibit)")
          .param("request", request)
          .param("exhibit", exhibit)
          .update();
    }
  }

  /** Changes a draft; returns whether nobody saved in between. */
  boolean change(
      UUID investigation, UUID id, AssistanceRequest.Draft draft, int version, SignedIn who) {
    Map<String, @Nullable Object> row = row(id, investigation, draft, who);
    row.put("version", version);
    int changed =
        db.sql(
                """
                update assistance_request set country = :country, answer_by = :by, words = :words,
                       version = version + 1
                 where id = :id and version = :version
                """)
            .params(row)
            .update();
    if (changed == 1) {
      db.sql("delete from assistance_exhibit where request = :id").param("id", id).update();
      attach(id, draft.exhibits());
    }
    return changed == 1;
  }

  void insert(
      UUID investigation,
      AssistanceRequest request,
      AssistanceRequest.StepDraft draft,
      SignedIn who) {
    db.sql(
            """
            insert into assistance_step (id, request, number, kind, ground, on_day, words, at, by_user)
            values (:id, :request, :number, :kind, :ground, :on, :words, :at, :user)
            """)
        .param("id", identifiers.next())
        .param("request", request.id())
        .param("number", request.steps().size() + 1)
        .param("kind", draft.kind())
        .param("ground", draft.ground())
        .param("on", draft.on())
        .param(
            "words",
            records.seal(investigation, NOTE, new AssistanceRequest.Note(draft.note()), who))
        .param("at", records.now())
        .param("user", who.user())
        .update();
  }

  /** Strikes out a step; returns whether it stood. */
  boolean strike(UUID request, UUID step, SignedIn who) {
    return db.sql(
                """
                update assistance_step set struck_at = :now, struck_by = :user
                 where id = :id and request = :request and struck_at is null
                """)
            .param("now", records.now())
            .param("user", who.user())
            .param("id", step)
            .param("request", request)
            .update()
        == 1;
  }
}
