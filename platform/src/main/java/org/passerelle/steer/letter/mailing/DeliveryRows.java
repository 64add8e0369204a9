package org.passerelle.steer.letter.mailing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.steer.letter.Releases;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sendings and their deliveries in the database. */
@Component
class DeliveryRows {
  /** Confirmed subscribers who have had no version of an issue. */
  private static final String WITHOUT =
      """
      from letter_subscriber s where s.confirmed_at is not null and not exists (
        select 1 from letter_delivery d join letter_sending o on o.id = d.sending
        where d.subscriber = s.id and o.letter = :letter and d.state in ('HANDED', 'SENT'))""";

  private final JdbcClient db;
  private final Clock clock;

  DeliveryRows(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** How far a delivery is. */
  enum State {
    /** It waits for its turn, or to be tried again. */
    WAITING,
    /** The relay has it, perhaps without its last line; nobody got the relay's answer. */
    HANDED,
    /** The relay took it. */
    SENT,
    /** There is no such mailbox, or the relay took it at no time. */
    REFUSED,
    /** The subscriber left before, the release was withdrawn, or a newer version goes instead. */
    LEFT
  }

  /** A delivery whose turn it is. */
  record Due(
      UUID sending, UUID subscriber, String letter, int version, String language, int tries) {}

  /**
   * Stores a sending with a delivery for each confirmed subscriber who has had no version of the
   * issue yet; what still waits of an earlier one is not sent any more.
   *
   * @throws org.springframework.dao.DuplicateKeyException if the version is sent already
   */
  int start(UUID id, Releases.Release release, SignedIn who) {
    db.sql(
            """
            insert into letter_sending (id, letter, version, number, at, by_user, by_name)
            values (:id, :letter, :version, :number, :now, :user, :name)""")
        .param("id", id)
        .param("letter", release.letter())
        .param("version", release.version())
        .param("number", release.number())
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .param("name", who.name())
        .update();
    db.sql(
            """
            update letter_delivery set state = 'LEFT'
            where state = 'WAITING'
              and sending in (select o.id from letter_sending o where o.letter = :letter)""")
        .param("letter", release.letter())
        .update();
    return db.sql(
            """
            insert into letter_delivery (sending, subscriber, language, state, due_at, tries)
            select :id, s.id, s.language, 'WAITING', :now, 0
            """
                + WITHOUT)
        .param("id", id)
        .param("now", Columns.now(clock))
        .param("letter", release.letter())
        .update();
  }

  /** Confirmed subscribers who have had no version of an issue. */
  int without(String letter) {
    return db.sql("select count(*) " + WITHOUT)
        .param("letter", letter)
        .query(Integer.class)
        .single();
  }

  /** Deliveries whose turn it is, an issue's own together. */
  List<Due> due(int most) {
    return db.sql(
            """
            select d.sending, d.subscriber, d.language, d.tries, s.letter, s.version
            from letter_delivery d join letter_sending s on s.id = d.sending
            where d.state = 'WAITING' and d.due_at <= :now
            order by d.due_at, d.sending, d.subscriber fetch first :most rows only""")
        .param("now", Columns.now(clock))
        .param("most", most)
        .query(
            (row, n) ->
                new Due(
                    row.getObject("sending", UUID.class),
                    row.getObject("subscriber", UUID.class),
                    row.getString("letter"),
                    row.getInt("version"),
                    row.getString("language"),
                    row.getInt("tries")))
        .list();
  }

  /** Moves a delivery from one state to another; false if it was in a third one by then. */
  boolean move(Due due, State from, State to) {
    return db.sql(
                """
                update letter_delivery set state = :to
                where sending = :sending and subscriber = :subscriber and state = :from""")
            .param("to", to.name())
            .param("sending", due.sending())
            .param("subscriber", due.subscriber())
            .param("from", from.name())
            .update()
        == 1;
  }

  /** It did not go and waits again, unless it is in another state by now. */
  void later(Due due, State from, Duration wait) {
    db.sql(
            """
            update letter_delivery set state = 'WAITING', due_at = :at, tries = tries + 1
            where sending = :sending and subscriber = :subscriber and state = :from""")
        .param("at", Columns.at(clock.instant().plus(wait)))
        .param("sending", due.sending())
        .param("subscriber", due.subscriber())
        .param("from", from.name())
        .update();
  }

  /** How many issues a subscriber got. */
  int got(UUID subscriber) {
    return db.sql(
            """
            select count(*) from letter_delivery
            where subscriber = :subscriber and state in ('HANDED', 'SENT')""")
        .param("subscriber", subscriber)
        .query(Integer.class)
        .single();
  }

  /** All sendings with their counts, latest first. */
  List<Sendings.Sending> all() {
    List<Sendings.Sending> all = new ArrayList<>();
    for (Sendings.Sending one :
        db.sql("select * from letter_sending order by at desc")
            .query((row, n) -> sending(row))
            .list()) {
      all.add(one.with(counts(one.id())));
    }
    return all;
  }

  private Map<State, Integer> counts(UUID sending) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    db.sql(
            """
            select state, count(*) as n from letter_delivery where sending = :sending
            group by state""")
        .param("sending", sending)
        .query(
            row -> {
              counts.put(State.valueOf(row.getString("state")), row.getInt("n"));
            });
    return counts;
  }

  private static Sendings.Sending sending(ResultSet row) throws SQLException {
    return new Sendings.Sending(
        row.getObject("id", UUID.class),
        row.getString("letter"),
        row.getInt("version"),
        row.getInt("number"),
        Columns.instant(row, "at"),
        row.getString("by_name"),
        Map.of());
  }
}
