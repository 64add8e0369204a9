package org.passerelle.protect.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shifts in the database. */
@Component
class ShiftRows {
  private final JdbcClient db;

  ShiftRows(JdbcClient db) {
    this.db = db;
  }

  /** Enters the beginning of one; nothing where it is here already. */
  void begin(Desk desk, UUID id, boolean here, @Nullable UUID officer, Instant at) {
    db.sql(
            """
            insert into desk_shift (id, organisation, desk, here, officer, begun_at)
            values (:id, :organisation, :desk, :here, :officer, :at) on conflict do nothing
            """)
        .param("id", id)
        .param("organisation", desk.organisation())
        .param("desk", desk.id())
        .param("here", here)
        .param("officer", officer)
        .param("at", DeskRows.at(at))
        .update();
  }

  /** Ends one; false where it has ended, or is not of this side of this desk. */
  boolean end(Desk desk, UUID id, boolean here, Instant at) {
    return db.sql(
                """
                update desk_shift set ended_at = :at
                 where id = :id and organisation = :organisation and desk = :desk and here = :here
                   and ended_at is null
                """)
            .param("at", DeskRows.at(at))
            .param("id", id)
            .param("organisation", desk.organisation())
            .param("desk", desk.id())
            .param("here", here)
            .update()
        == 1;
  }

  /** Those of a desk that have not ended, the oldest first. */
  @Transactional(readOnly = true)
  public List<Shift> open(Desk desk) {
    return db.sql(
            """
            select * from desk_shift
             where desk = :desk and organisation = :organisation and ended_at is null order by begun_at, id
            """)
        .param("desk", desk.id())
        .param("organisation", desk.organisation())
        .query(ShiftRows::shift)
        .list();
  }

  /** The newest of a desk. */
  @Transactional(readOnly = true)
  public List<Shift> newest(Desk desk, int limit) {
    return db.sql(
            """
            select * from desk_shift
             where desk = :desk and organisation = :organisation order by begun_at desc, id limit :limit
            """)
        .param("desk", desk.id())
        .param("organisation", desk.organisation())
        .param("limit", limit)
        .query(ShiftRows::shift)
        .list();
  }

  /** The one that a colleague has begun there and not ended. */
  @Transactional(readOnly = true)
  public Optional<Shift> ofOfficer(Desk desk, UUID officer) {
    return open(desk).stream().filter(s -> s.here() && officer.equals(s.officer())).findFirst();
  }

  /** A shift that nobody ended, and its desk. */
  record Forgotten(UUID id, UUID desk, UUID organisation, UUID officer) {}

  /**
   * Shifts of this node that have not ended, though they began before a moment, or their officer no
   * longer works at the desk.
   */
  @Transactional(readOnly = true)
  public List<Forgotten> begunBefore(Instant moment) {
    return db.sql(
            """
            select s.id, s.desk, s.organisation, s.officer from desk_shift s
             where s.here and s.officer is not null and s.ended_at is null
               and (s.begun_at < :moment
                    or not exists (select 1 from desk_officer o join user_outline u on u.id = o.user_id
                                    where o.desk = s.desk and o.organisation = s.organisation
                                      and o.user_id = s.officer and u.active))
             order by s.begun_at, s.id
            """)
        .param("moment", DeskRows.at(moment))
        .query(Forgotten.class)
        .list();
  }

  private static Shift shift(ResultSet row, int number) throws SQLException {
    return new Shift(
        row.getObject("id", UUID.class),
        row.getBoolean("here"),
        row.getObject("officer", UUID.class),
        Columns.instant(row, "begun_at"),
        Columns.instantOrNull(row, "ended_at"));
  }
}
