package org.passerelle.prosecute.hit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions about suspects, and pairs of suspects in investigations of two offices. */
@Component
class OfficeHitRows {
  private static final String PLACE = "suspect_question.words";
  private final JdbcClient db;
  private final InvestigationRecord records;
  private final Identifiers identifiers;

  OfficeHitRows(JdbcClient db, InvestigationRecord records, Identifiers identifiers) {
    this.db = db;
    this.records = records;
    this.identifiers = identifiers;
  }

  /** A question as stored. */
  record Asked(UUID id, UUID suspect, String reason, Instant at, @Nullable Instant answeredAt) {}

  /** A question that waits for its answer. */
  record Waiting(UUID id, UUID investigation, UUID suspect) {}

  /** One side of a pair. */
  record Side(UUID suspect, UUID investigation, boolean seen) {}

  /** A pair. */
  record Pair(UUID id, Side one, Side two, Instant at) {
    Side of(UUID investigation) {
      return one.investigation.equals(investigation) ? one : two;
    }

    Side besides(UUID investigation) {
      return one.investigation.equals(investigation) ? two : one;
    }
  }

  /** Adds a question; the caller holds the investigation. */
  UUID ask(UUID investigation, UUID suspect, String reason, SignedIn who) {
    UUID id = identifiers.next();
    OfficeQuestion.Words words = new OfficeQuestion.Words(reason);
    db.sql(
            """
            insert into suspect_question (id, investigation, organisation, suspect, words, at, by_user)
            values (:id, :investigation, :organisation, :suspect, :words, :at, :user)
            """)
        .param("id", id)
        .param("investigation", investigation)
        .param("organisation", who.organisation())
        .param("suspect", suspect)
        .param("words", records.seal(investigation, PLACE, words, who))
        .param("at", records.now())
        .param("user", who.user())
        .update();
    return id;
  }

  /** Questions of an investigation, newest first. */
  List<Asked> asked(UUID investigation) {
    return db.sql(
            """
            select * from suspect_question where investigation = :id order by at desc, id limit 500
            """)
        .param("id", investigation)
        .query(
            (row, i) ->
                new Asked(
                    row.getObject("id", UUID.class),
                    row.getObject("suspect", UUID.class),
                    records
                        .open(
                            investigation, PLACE, row.getBytes("words"), OfficeQuestion.Words.class)
                        .reason(),
                    Columns.instant(row, "at"),
                    Columns.instantOrNull(row, "answered_at")))
        .list();
  }

  boolean waits(UUID suspect) {
    return db.sql(
                "select count(*) from suspect_question where suspect = :id and answered_at is null")
            .param("id", suspect)
            .query(Integer.class)
            .single()
        > 0;
  }

  List<Waiting> waiting() {
    return db.sql(
            """
            select id, investigation, suspect from suspect_question
             where answered_at is null order by at, id limit 5000
            """)
        .query(
            (row, i) ->
                new Waiting(
                    row.getObject("id", UUID.class),
                    row.getObject("investigation", UUID.class),
                    row.getObject("suspect", UUID.class)))
        .list();
  }

  /** Marks a question as answered; returns whether it still waited. */
  boolean answered(UUID question, OffsetDateTime at) {
    return db.sql(
                "update suspect_question set answered_at = :at where id = :id and answered_at is null")
            .param("at", at)
            .param("id", question)
            .update()
        == 1;
  }

  /** Stores a pair; the order of its sides does not matter. Empty if it was there. */
  Optional<UUID> found(Side one, Side two) {
    boolean inOrder = one.suspect.toString().compareTo(two.suspect.toString()) < 0;
    Side first = inOrder ? one : two;
    Side second = inOrder ? two : one;
    UUID id = identifiers.next();
    int added =
        db.sql(
                """
                insert into suspect_hit
                  (id, suspect_one, suspect_two, investigation_one, investigation_two, at)
                values (:id, :one, :two, :oneOf, :twoOf, :at) on conflict do nothing
                """)
            .param("id", id)
            .param("one", first.suspect)
            .param("two", second.suspect)
            .param("oneOf", first.investigation)
            .param("twoOf", second.investigation)
            .param("at", records.now())
            .update();
    return added == 1 ? Optional.of(id) : Optional.empty();
  }

  /** Pairs of some investigations, newest first. */
  List<Pair> of(Collection<UUID> investigations) {
    return db.sql(
            """
            select * from suspect_hit
             where investigation_one = any(cast(:ids as uuid array))
                or investigation_two = any(cast(:ids as uuid array))
             order by at desc, id limit 500
            """)
        .param("ids", UuidArray.of(investigations))
        .query((row, i) -> pair(row))
        .list();
  }

  private static Pair pair(ResultSet row) throws SQLException {
    return new Pair(
        row.getObject("id", UUID.class),
        new Side(
            row.getObject("suspect_one", UUID.class),
            row.getObject("investigation_one", UUID.class),
            row.getObject("seen_one_at") != null),
        new Side(
            row.getObject("suspect_two", UUID.class),
            row.getObject("investigation_two", UUID.class),
            row.getObject("seen_two_at") != null),
        Columns.instant(row, "at"));
  }

  /** One side has noted a hit; returns whether it had not before. */
  boolean seen(UUID hit, UUID investigation) {
    int first =
        db.sql(
                """
                update suspect_hit set seen_one_at = :now
                 where id = :id and investigation_one = :side and seen_one_at is null
                """)
            .param("now", records.now())
            .param("id", hit)
            .param("side", investigation)
            .update();
    int second =
        db.sql(
                """
                update suspect_hit set seen_two_at = :now
                 where id = :id and investigation_two = :side and seen_two_at is null
                """)
            .param("now", records.now())
            .param("id", hit)
            .param("side", investigation)
            .update();
    return first + second == 1;
  }

  /** Removes what is about a suspect who was erased. */
  void forget(UUID suspect) {
    db.sql("delete from suspect_question where suspect = :id").param("id", suspect).update();
    db.sql("delete from suspect_hit where suspect_one = :id or suspect_two = :id")
        .param("id", suspect)
        .update();
  }
}
