package org.passerelle.protect.casework.placement.stay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists stays for boards, without decryption. */
@Component
class StayLines {
  private final JdbcClient db;
  private final Clock clock;

  StayLines(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** Where these persons live, whichever team placed them. */
  List<Stay.Lives> lives(Collection<UUID> cases) {
    return db.sql(
            """
            select case_id, place from stay
             where case_id = any(cast(:cases as uuid array)) and ended_at is null order by at, id
            """)
        .param("cases", UuidArray.of(cases))
        .query(Stay.Lives.class)
        .list();
  }

  /** Current stays of an organisation, newest first. */
  List<Stay.Line> newest(UUID organisation, int limit) {
    return db.sql(
            """
            select s.id, s.case_id, e.code, s.place, s.state, s.at, s.missing_at, s.due_at from stay s join case_outline e on e.id = s.case_id
             where s.organisation = :own and s.ended_at is null
             order by s.organisation desc, s.ended_at desc, s.at desc limit :limit
            """)
        .param("own", organisation)
        .param("limit", limit)
        .query(StayLines::line)
        .list();
  }

  /** Number of current stays. */
  int count(UUID organisation) {
    return db.sql(
            """
            select count(*) from stay where organisation = :own and ended_at is null
            """)
        .param("own", organisation)
        .query(Integer.class)
        .single();
  }

  /** Stays of persons who are missing, late, or in a house that is closing. */
  List<Stay.Line> urgent(UUID organisation) {
    List<Stay.Line> urgent =
        new ArrayList<>(
            db.sql(
                    """
                    select s.id, s.case_id, e.code, s.place, s.state, s.at, s.missing_at, s.due_at from stay s join case_outline e on e.id = s.case_id
                     where s.organisation = :own
                       and (s.state = 'missing' or (s.state in ('expected', 'away') and s.due_at <= :now))
                    """)
                .param("own", organisation)
                .param("now", Columns.at(clock.instant()))
                .query(StayLines::line)
                .list());
    List<UUID> closing =
        db.sql("select id from safe_place where state = 'closing'").query(UUID.class).list();
    if (!closing.isEmpty()) {
      urgent.addAll(
          db.sql(
                  """
                  select s.id, s.case_id, e.code, s.place, s.state, s.at, s.missing_at, s.due_at from stay s join case_outline e on e.id = s.case_id
                   where s.place = any(cast(:closing as uuid array)) and s.organisation = :own
                     and s.state in ('expected', 'there', 'away')
                  """)
              .param("closing", UuidArray.of(closing))
              .param("own", organisation)
              .query(StayLines::line)
              .list());
    }
    return urgent.stream()
        .distinct()
        .sorted(
            Comparator.comparing(
                    Stay.Line::missingAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                .thenComparing(
                    Stay.Line::dueAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                .thenComparing(Stay.Line::madeAt))
        .toList();
  }

  /** Stays of an organisation including past ones, newest first, from an offset on. */
  List<Stay.Line> all(UUID organisation, @Nullable UUID place, int from, int limit) {
    return db.sql(
            """
            select s.id, s.case_id, e.code, s.place, s.state, s.at, s.missing_at, s.due_at from stay s join case_outline e on e.id = s.case_id
             where s.organisation = :own and (cast(:place as uuid) is null or s.place = :place)
             order by s.at desc, s.id limit :limit offset :from
            """)
        .param("own", organisation)
        .param("place", place)
        .param("limit", limit)
        .param("from", from)
        .query(StayLines::line)
        .list();
  }

  /** Stays of a case by its code, newest first. */
  List<Stay.Line> byCode(UUID organisation, String code) {
    return db.sql(
            """
            select s.id, s.case_id, e.code, s.place, s.state, s.at, s.missing_at, s.due_at from case_outline e join stay s on s.case_id = e.id
             where e.code = :code and s.organisation = :own order by s.at desc, s.id
            """)
        .param("code", code.strip().toUpperCase(Locale.ROOT))
        .param("own", organisation)
        .query(StayLines::line)
        .list();
  }

  private static Stay.Line line(ResultSet row, int i) throws SQLException {
    return new Stay.Line(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("code"),
        row.getObject("place", UUID.class),
        row.getString("state"),
        Columns.instant(row, "at"),
        Columns.instantOrNull(row, "missing_at"),
        Columns.instantOrNull(row, "due_at"));
  }
}
