package org.passerelle.prosecute.parallel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pairs of suspects in two investigations, and what each side says of them. */
@Component
class ParallelRows {
  private static final String PLACE = "parallel_position.words";
  private final JdbcClient db;
  private final InvestigationRecord records;
  private final Identifiers identifiers;

  ParallelRows(JdbcClient db, InvestigationRecord records, Identifiers identifiers) {
    this.db = db;
    this.records = records;
    this.identifiers = identifiers;
  }

  /** One side of a pair: the suspect and the investigation. */
  record Side(UUID suspect, UUID investigation) {}

  /** A pair. */
  record Pair(UUID id, String kind, Side one, Side two, Instant at) {
    Side of(UUID investigation) {
      return one.investigation.equals(investigation) ? one : two;
    }

    Side besides(UUID investigation) {
      return one.investigation.equals(investigation) ? two : one;
    }
  }

  List<Pair> of(UUID investigation) {
    return db.sql(
            """
            select * from parallel_matter where investigation_one = :id or investigation_two = :id
             order by at desc, id
            """)
        .param("id", investigation)
        .query((row, i) -> pair(row))
        .list();
  }

  Optional<Pair> find(UUID id) {
    return db.sql("select * from parallel_matter where id = :id")
        .param("id", id)
        .query((row, i) -> pair(row))
        .optional();
  }

  private static Pair pair(ResultSet row) throws SQLException {
    return new Pair(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        new Side(
            row.getObject("suspect_one", UUID.class),
            row.getObject("investigation_one", UUID.class)),
        new Side(
            row.getObject("suspect_two", UUID.class),
            row.getObject("investigation_two", UUID.class)),
        Columns.instant(row, "at"));
  }

  /**
   * Stores a pair; the order of its sides does not matter.
   *
   * @return its identifier if it is new, or was not known to be finally judged
   */
  Optional<UUID> found(Side one, Side two, boolean judged) {
    boolean inOrder = one.suspect.toString().compareTo(two.suspect.toString()) < 0;
    Side first = inOrder ? one : two;
    Side second = inOrder ? two : one;
    UUID id = identifiers.next();
    int added =
        db.sql(
                """
                insert into parallel_matter
                  (id, suspect_one, suspect_two, investigation_one, investigation_two, kind, at)
                values (:id, :one, :two, :oneOf, :twoOf, :kind, :at) on conflict do nothing
                """)
            .param("id", id)
            .param("one", first.suspect)
            .param("two", second.suspect)
            .param("oneOf", first.investigation)
            .param("twoOf", second.investigation)
            .param("kind", judged ? "judged" : "charged")
            .param("at", records.now())
            .update();
    return added == 1 ? Optional.of(id) : judged ? nowJudged(first, second) : Optional.empty();
  }

  private Optional<UUID> nowJudged(Side first, Side second) {
    int changed =
        db.sql(
                """
                update parallel_matter set kind = 'judged'
                 where suspect_one = :one and suspect_two = :two and kind = 'charged'
                """)
            .param("one", first.suspect)
            .param("two", second.suspect)
            .update();
    return changed == 0
        ? Optional.empty()
        : db.sql("select id from parallel_matter where suspect_one = :one and suspect_two = :two")
            .param("one", first.suspect)
            .param("two", second.suspect)
            .query(UUID.class)
            .optional();
  }

  /** What one side said, newest first; sealed under that side's investigation. */
  List<ParallelMatter.Position> positions(UUID matter, UUID investigation) {
    return db.sql(
            """
            select * from parallel_position where matter = :matter and investigation = :side
             order by number desc
            """)
        .param("matter", matter)
        .param("side", investigation)
        .query(
            (row, i) ->
                new ParallelMatter.Position(
                    row.getString("stand"),
                    records
                        .open(
                            investigation, PLACE, row.getBytes("words"), ParallelMatter.Words.class)
                        .reasons(),
                    Columns.instant(row, "at"),
                    row.getObject("by_user", UUID.class)))
        .list();
  }

  /** What a side said last, as a code; empty if nothing. */
  String stand(UUID matter, UUID investigation) {
    return db.sql(
            """
            select stand from parallel_position where matter = :matter and investigation = :side
             order by number desc limit 1
            """)
        .param("matter", matter)
        .param("side", investigation)
        .query(String.class)
        .optional()
        .orElse("");
  }

  /** Adds what a side says; the caller holds that side's investigation. */
  void say(UUID matter, UUID investigation, String stand, String reasons, SignedIn who) {
    int number =
        db.sql(
                "select count(*) from parallel_position where matter = :matter and investigation = :side")
            .param("matter", matter)
            .param("side", investigation)
            .query(Integer.class)
            .single();
    db.sql(
            """
            insert into parallel_position (id, matter, investigation, number, stand, words, at, by_user)
            values (:id, :matter, :side, :number, :stand, :words, :at, :user)
            """)
        .param("id", identifiers.next())
        .param("matter", matter)
        .param("side", investigation)
        .param("number", number + 1)
        .param("stand", stand)
        .param("words", records.seal(investigation, PLACE, new ParallelMatter.Words(reasons), who))
        .param("at", records.now())
        .param("user", who.user())
        .update();
  }

  /** A pair of which one side has said nothing. */
  record Silent(UUID investigation, Instant at) {}

  List<Silent> silent(Set<UUID> investigations, OffsetDateTime before) {
    return db.sql(
            """
            select side, at from (
              select m.investigation_one as side, m.at from parallel_matter m
               where m.investigation_one = any(cast(:ids as uuid array))
                 and not exists (select 1 from parallel_position p
                                  where p.matter = m.id and p.investigation = m.investigation_one)
              union all
              select m.investigation_two as side, m.at from parallel_matter m
               where m.investigation_two = any(cast(:ids as uuid array))
                 and not exists (select 1 from parallel_position p
                                  where p.matter = m.id and p.investigation = m.investigation_two)) s
             where at < :before order by at, side limit 200
            """)
        .param("ids", UuidArray.of(investigations))
        .param("before", before)
        .query(
            (row, i) -> new Silent(row.getObject("side", UUID.class), Columns.instant(row, "at")))
        .list();
  }

  /** Removes what is about a suspect who was erased. */
  void forget(UUID suspect) {
    List<UUID> matters =
        db.sql("select id from parallel_matter where suspect_one = :id or suspect_two = :id")
            .param("id", suspect)
            .query(UUID.class)
            .list();
    for (UUID matter : matters) {
      db.sql("delete from parallel_position where matter = :id").param("id", matter).update();
      db.sql("delete from parallel_matter where id = :id").param("id", matter).update();
    }
  }
}
