package org.passerelle.steer.letter.mailing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Subscribers in the database; their addresses are sealed. */
@Component
class SubscriberRows {
  private final JdbcClient db;
  private final SubscriberLinks links;
  private final Identifiers identifiers;
  private final Clock clock;

  SubscriberRows(JdbcClient db, SubscriberLinks links, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.links = links;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** A row to which a mail with a link is due. */
  record Due(Subscriber subscriber, int tries) {}

  /**
   * Notes that an address wants an edition and that a link is to be mailed to it, unless its reader
   * confirmed that, or the address got as many of them within a day as it may.
   *
   * @param most mails of one day to an address, in all languages together
   */
  void ask(String address, String language, int most) {
    Instant now = clock.instant();
    String mark = links.mark(address);
    db.sql(
            """
            insert into letter_subscriber
              (id, address, mark, language, asked_at, day_at, mail_tries, mails_of_day, bounces,
                refusals)
            values (:id, :address, :mark, :language, :now, :now, 0, 0, 0, 0)
            on conflict do nothing""")
        .param("id", identifiers.next())
        .param("address", links.sealed(address))
        .param("mark", mark)
        .param("language", language)
        .param("now", Columns.at(now))
        .update();
    // whoever asks for another edition at the same moment waits for the count
    db.sql("select id from letter_subscriber where mark = :mark order by id for update")
        .param("mark", mark)
        .query(UUID.class)
        .list();
    // the first of a day begins the count anew; when it was asked for first stays
    db.sql(
            """
            update letter_subscriber
            set mails_of_day = case when day_at < :yesterday then 1 else mails_of_day + 1 end,
              day_at = case when day_at < :yesterday then :now else day_at end,
              mail_due_at = :now, mail_tries = 0
            where mark = :mark and language = :language and confirmed_at is null
              and (select coalesce(sum(o.mails_of_day), 0) from letter_subscriber o
                where o.mark = :mark and o.day_at >= :yesterday) < :most""")
        .param("yesterday", Columns.at(now.minus(Duration.ofDays(1))))
        .param("now", Columns.at(now))
        .param("mark", mark)
        .param("language", language)
        .param("most", most)
        .update();
  }

  Optional<Subscriber> find(UUID id) {
    return db.sql("select * from letter_subscriber where id = :id")
        .param("id", id)
        .query(this::subscriber)
        .optional();
  }

  /** All subscriptions of an address. */
  List<Subscriber> of(String address) {
    return db.sql("select * from letter_subscriber where mark = :mark order by language")
        .param("mark", links.mark(address))
        .query(this::subscriber)
        .list();
  }

  /** Confirms a subscription; false if it is not there. */
  boolean confirm(UUID id) {
    return db.sql(
                """
                update letter_subscriber
                set confirmed_at = coalesce(confirmed_at, :now), mail_due_at = null
                where id = :id""")
            .param("now", Columns.now(clock))
            .param("id", id)
            .update()
        == 1;
  }

  /** Forgets the address of a subscription, in all its languages; false if it is not there. */
  boolean remove(UUID id) {
    return db.sql(
                """
                delete from letter_subscriber
                where mark = (select o.mark from letter_subscriber o where o.id = :id)""")
            .param("id", id)
            .update()
        > 0;
  }

  /** Forgets addresses that did not confirm; how many. */
  int removeUnconfirmed(Instant before) {
    return db.sql("delete from letter_subscriber where confirmed_at is null and asked_at < :before")
        .param("before", Columns.at(before))
        .update();
  }

  /** Counts a mail that came back; how many did. */
  int bounce(UUID id) {
    db.sql("update letter_subscriber set bounces = bounces + 1 where id = :id")
        .param("id", id)
        .update();
    return bounces(id);
  }

  /** Counts a mail that the relay refused as one that came back; how many did. */
  int refused(UUID id) {
    db.sql(
            """
            update letter_subscriber set bounces = bounces + 1, refusals = refusals + 1
            where id = :id""")
        .param("id", id)
        .update();
    return bounces(id);
  }

  /** The relay took a mail: what it refused before counts no more. */
  void taken(UUID id) {
    db.sql(
            """
            update letter_subscriber set bounces = bounces - refusals, refusals = 0
            where id = :id and refusals > 0""")
        .param("id", id)
        .update();
  }

  private int bounces(UUID id) {
    return find(id).map(Subscriber::bounces).orElse(0);
  }

  /** Confirmed subscriptions by language. */
  Map<String, Integer> confirmed() {
    return counted(
        "select language, count(*) as n from letter_subscriber where confirmed_at is not null"
            + " group by language");
  }

  /** Addresses that have not confirmed yet, by language. */
  Map<String, Integer> unconfirmed() {
    return counted(
        "select language, count(*) as n from letter_subscriber where confirmed_at is null"
            + " group by language");
  }

  private Map<String, Integer> counted(String statement) {
    Map<String, Integer> counts = new TreeMap<>();
    db.sql(statement)
        .query(
            row -> {
              counts.put(row.getString("language"), row.getInt("n"));
            });
    return counts;
  }

  /** Addresses to which a link is due. */
  List<Due> due(int most) {
    return db.sql(
            """
            select * from letter_subscriber where mail_due_at <= :now
            order by mail_due_at fetch first :most rows only""")
        .param("now", Columns.now(clock))
        .param("most", most)
        .query((row, n) -> new Due(subscriber(row, n), row.getInt("mail_tries")))
        .list();
  }

  /** A link was mailed. */
  void mailed(UUID id) {
    db.sql("update letter_subscriber set mail_due_at = null, mail_tries = 0 where id = :id")
        .param("id", id)
        .update();
  }

  /** A link could not be mailed and is tried again. */
  void later(UUID id, Duration wait) {
    db.sql(
            """
            update letter_subscriber set mail_due_at = :at, mail_tries = mail_tries + 1
            where id = :id""")
        .param("at", Columns.at(clock.instant().plus(wait)))
        .param("id", id)
        .update();
  }

  private Subscriber subscriber(ResultSet row, int number) throws SQLException {
    return new Subscriber(
        row.getObject("id", UUID.class),
        links.opened(row.getBytes("address")),
        row.getString("language"),
        Columns.instant(row, "asked_at"),
        Columns.instantOrNull(row, "confirmed_at"),
        row.getInt("bounces"));
  }
}
