package org.passerelle.prevent.tip;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Second organisations of tips in the database; whoever writes holds the tip. */
@Component
class SecondRows {
  private final JdbcClient db;
  private final Clock clock;

  SecondRows(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** An organisation as the second of a tip. */
  Optional<TipSecond> find(UUID tip, UUID organisation) {
    return of(tip).stream().filter(one -> one.organisation().equals(organisation)).findFirst();
  }

  /** The second organisations of a tip, oldest first. */
  List<TipSecond> of(UUID tip) {
    return db.sql("select * from tip_second where tip = :tip order by at, organisation")
        .param("tip", tip)
        .query(SecondRows::second)
        .list();
  }

  /** Tips that an organisation was asked to read and has not confirmed, with the time. */
  Map<UUID, Instant> asked(UUID organisation) {
    Map<UUID, Instant> asked = new HashMap<>();
    db.sql(
            "select tip, at from tip_second where organisation = :organisation and confirmed_at is null")
        .param("organisation", organisation)
        .query(
            row -> {
              asked.put(row.getObject("tip", UUID.class), Columns.instant(row, "at"));
            });
    return asked;
  }

  void add(UUID tip, UUID organisation, String stage, UUID by) {
    remove(tip, organisation);
    db.sql(
            """
            insert into tip_second (tip, organisation, stage, at, by_user)
            values (:tip, :organisation, :stage, :now, :by)""")
        .param("tip", tip)
        .param("organisation", organisation)
        .param("stage", stage)
        .param("now", Columns.now(clock))
        .param("by", by)
        .update();
  }

  /** Notes that somebody saw it; false if it was confirmed before. */
  boolean confirm(UUID tip, UUID organisation, UUID by) {
    return db.sql(
                """
                update tip_second set confirmed_at = :now, confirmed_by = :by
                where tip = :tip and organisation = :organisation and confirmed_at is null""")
            .param("now", Columns.now(clock))
            .param("by", by)
            .param("tip", tip)
            .param("organisation", organisation)
            .update()
        > 0;
  }

  /** Takes an organisation off; false if it does not read the tip. */
  boolean remove(UUID tip, UUID organisation) {
    return db.sql("delete from tip_second where tip = :tip and organisation = :organisation")
            .param("tip", tip)
            .param("organisation", organisation)
            .update()
        > 0;
  }

  /** Takes all off. */
  void removeAll(UUID tip) {
    db.sql("delete from tip_second where tip = :tip").param("tip", tip).update();
  }

  private static TipSecond second(ResultSet row, int number) throws SQLException {
    return new TipSecond(
        row.getObject("organisation", UUID.class),
        row.getString("stage"),
        Columns.instant(row, "at"),
        Columns.instantOrNull(row, "confirmed_at"));
  }
}
