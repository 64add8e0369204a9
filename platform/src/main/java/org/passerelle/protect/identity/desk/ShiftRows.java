package org.passerelle.protect.identity.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores shifts. */
@Component
class ShiftRows {
  private final JdbcClient db;

  ShiftRows(JdbcClient db) {
    this.db = db;
  }

  /** Stores the beginning of a shift; does nothing if it is already here. */
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

  /** Ends a shift; false if it has ended, or belongs to another side or desk. */
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

  /** Current shifts of a desk, oldest first. */
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

  /** Most recent shifts of a desk. */
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

  /** The current shift of an officer at a desk. */
  @Transactional(readOnly = true)
  public Optional<Shift> ofOfficer(Desk desk, UUID officer) {
    return open(desk).stream().filter(s -> s.here() && officer.equals(s.officer())).findFirst();
  }

  /** A forgotten shift, with its desk. */
  record Forgotten(UUID id, UUID desk, UUID organisation, UUID officer) {}

  /**
   * Current shifts on this node that began before a given time, or whose officer no longer works at
   * the desk.
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
