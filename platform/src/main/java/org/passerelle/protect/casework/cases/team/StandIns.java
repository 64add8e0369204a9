package org.passerelle.protect.casework.cases.team;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who stands in for whom, from one moment to another. It is kept beside the rule of who sees a case
 * because {@link CaseSight} reads it; who may arrange it is decided by supervision.
 */
@Component
public class StandIns {
  private final JdbcClient db;
  private final Clock clock;

  StandIns(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** An absence that is covered. */
  public record Absence(
      UUID id, UUID organisation, UUID absent, UUID cover, Instant from, Instant until, UUID by) {

    /** Whether the cover sees the cases at a moment. */
    public boolean runs(Instant now) {
      return !from.isAfter(now) && until.isAfter(now);
    }
  }

  /** The reader, and for whom they stand in now. */
  public List<UUID> doers(SignedIn who) {
    List<UUID> doers =
        new ArrayList<>(
            db.sql(
                    """
                    select absent from absence
                     where cover = :user and ended_at is null and from_at <= :now
                       and until_at > :now
                    """)
                .param("user", who.user())
                .param("now", Columns.at(clock.instant()))
                .query(UUID.class)
                .list());
    doers.add(who.user());
    return doers;
  }

  /** Adds an absence, within the caller's transaction. */
  public void add(Absence absence) {
    db.sql(
            """
            insert into absence
              (id, organisation, absent, cover, from_at, until_at, arranged_by, arranged_at)
            values (:id, :organisation, :absent, :cover, :from, :until, :by, :now)
            """)
        .param("id", absence.id)
        .param("organisation", absence.organisation)
        .param("absent", absence.absent)
        .param("cover", absence.cover)
        .param("from", Columns.at(absence.from))
        .param("until", Columns.at(absence.until))
        .param("by", absence.by)
        .param("now", Columns.at(clock.instant()))
        .update();
  }

  /** Ends one before its day. */
  public void end(UUID id) {
    db.sql("update absence set ended_at = :now where id = :id")
        .param("now", Columns.at(clock.instant()))
        .param("id", id)
        .update();
  }

  /** Notes that the day of one is past. */
  public void pass(UUID id) {
    db.sql("update absence set ended_at = until_at where id = :id").param("id", id).update();
  }

  /**
   * Those that run or will: a supervisor sees those of the organisation, everybody else those that
   * concern themselves.
   */
  public List<Absence> coming(SignedIn who) {
    return db.sql(
            """
            select * from absence
             where organisation = :organisation and ended_at is null and until_at > :now
               and (:supervisor or absent = :user or cover = :user)
             order by from_at, id
            """)
        .param("organisation", who.organisation())
        .param("now", Columns.at(clock.instant()))
        .param("supervisor", who.is(Role.SUPERVISOR))
        .param("user", who.user())
        .query(StandIns::absence)
        .list();
  }

  /** Those that run at a moment. */
  public List<Absence> running(Instant now) {
    return db.sql(
            """
            select * from absence
             where ended_at is null and from_at <= :now and until_at > :now order by from_at, id
            """)
        .param("now", Columns.at(now))
        .query(StandIns::absence)
        .list();
  }

  /** Those whose day is past and of which nobody has noted it. */
  public List<Absence> over(Instant now) {
    return db.sql("select * from absence where ended_at is null and until_at <= :now")
        .param("now", Columns.at(now))
        .query(StandIns::absence)
        .list();
  }

  private static Absence absence(ResultSet row, int number) throws SQLException {
    return new Absence(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getObject("absent", UUID.class),
        row.getObject("cover", UUID.class),
        Columns.instant(row, "from_at"),
        Columns.instant(row, "until_at"),
        row.getObject("arranged_by", UUID.class));
  }
}
