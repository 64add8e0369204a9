package org.passerelle.protect.identity.elsewhere;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores questions received from others, with their blinded tokens until these are compared. */
@Component
class AskedRows {
  private static final String MARKS = "known_marks.marks";
  private static final String SPACE = " ";

  /** Number of daily batches after which an unanswered question is answered with "none". */
  private static final int NONE_AFTER = 2;

  private final JdbcClient db;
  private final Vault vault;
  private final DayTime time;

  AskedRows(JdbcClient db, Vault vault, DayTime time) {
    this.db = db;
    this.vault = vault;
    this.time = time;
  }

  /** Blinded tokens that wait to be compared. */
  record Waiting(UUID id, UUID question, DaySecrets.Pair pair, UUID round, String marks) {
    String nonce() {
      return marks.substring(0, marks.indexOf(SPACE));
    }

    String all() {
      return marks.split(SPACE, -1)[1];
    }

    /** Encoding for near matches; empty if there is none. */
    String near() {
      String[] parts = marks.split(SPACE, -1);
      return parts.length > 2 ? parts[2] : "";
    }
  }

  /**
   * Stores a question, or a further day of a watch.
   *
   * @return whether it belongs to this asker and is still open
   */
  boolean take(
      DaySecrets.Pair pair,
      KnownMessages.Asked message,
      KnownMessages.Marked one,
      LocalDate today) {
    @Nullable LocalDate until = message.until() == null ? null : LocalDate.parse(message.until());
    if (until != null
        && (until.isBefore(today)
            || until.isAfter(today.plusDays(KnownLimits.LONGEST_WATCH + 1)))) {
      return false;
    }
    db.sql(
            """
            insert into known_asked
              (id, organisation, asker, purpose, basis, watch_until, arrived_at, none_on, state)
            values (:id, :organisation, :asker, :purpose, :basis, :until, :now, :none, 'open')
            on conflict do nothing
            """)
        .param("id", one.question())
        .param("organisation", pair.organisation())
        .param("asker", pair.far())
        .param("purpose", message.purpose())
        .param("basis", message.basis())
        .param("until", until)
        .param("now", time.now())
        .param("none", until == null ? today.plusDays(NONE_AFTER) : until.plusDays(1))
        .update();
    boolean asked =
        db.sql(
                    """
                    select count(*) from known_asked
                     where id = :id and organisation = :organisation and asker = :asker and state = 'open'
                    """)
                .param("id", one.question())
                .param("organisation", pair.organisation())
                .param("asker", pair.far())
                .query(Integer.class)
                .single()
            > 0;
    if (asked) {
      keep(pair, message.round(), one);
    }
    return asked;
  }

  private void keep(DaySecrets.Pair pair, UUID round, KnownMessages.Marked one) {
    db.sql(
            """
            insert into known_marks (id, question, organisation, round, marks, arrived_at)
            values (:id, :question, :organisation, :round, :marks, :now)
            """)
        .param("id", time.newId())
        .param("question", one.question())
        .param("organisation", pair.organisation())
        .param("round", round)
        .param("marks", vault.seal(pair.organisation(), MARKS, text(one)))
        .param("now", time.now())
        .update();
  }

  private static String text(KnownMessages.Marked one) {
    String marks = one.nonce() + SPACE + one.marks();
    return one.near() == null ? marks : marks + SPACE + one.near();
  }

  /** Pairs of organisations with tokens to be compared. */
  @Transactional(readOnly = true)
  public List<DaySecrets.Pair> pairsWaiting() {
    return db.sql(
            """
            select distinct q.organisation, q.asker from known_marks m
              join known_asked q on q.id = m.question and q.organisation = m.organisation
            """)
        .query(
            (row, i) ->
                new DaySecrets.Pair(
                    row.getObject("organisation", UUID.class), row.getObject("asker", UUID.class)))
        .list();
  }

  /** Tokens of one asker that wait to be compared, oldest first. */
  @Transactional(readOnly = true)
  public List<Waiting> waiting(DaySecrets.Pair pair, int limit) {
    return db.sql(
            """
            select m.*, q.asker from known_marks m
              join known_asked q on q.id = m.question and q.organisation = m.organisation
             where q.organisation = :organisation and q.asker = :asker
             order by m.arrived_at, m.id limit :limit
            """)
        .param("organisation", pair.organisation())
        .param("asker", pair.far())
        .param("limit", limit)
        .query(
            (row, i) -> {
              UUID organisation = row.getObject("organisation", UUID.class);
              return new Waiting(
                  row.getObject("id", UUID.class),
                  row.getObject("question", UUID.class),
                  new DaySecrets.Pair(organisation, row.getObject("asker", UUID.class)),
                  row.getObject("round", UUID.class),
                  vault.open(organisation, MARKS, row.getBytes("marks")));
            })
        .list();
  }

  /** Deletes tokens that were compared or never will be. */
  boolean drop(UUID marks) {
    return db.sql("delete from known_marks where id = :id").param("id", marks).update() > 0;
  }

  /** Whether a question is still open. */
  boolean open(UUID question, UUID organisation) {
    return db.sql(
                "select count(*) from known_asked where id = :id and organisation = :organisation and state <> 'ended'")
            .param("id", question)
            .param("organisation", organisation)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** The asker withdraws a question: deletes matches that were not answered. */
  void end(UUID question, DaySecrets.Pair pair) {
    int ended =
        db.sql(
                """
                update known_asked set state = 'ended'
                 where id = :id and organisation = :organisation and asker = :asker
                """)
            .param("id", question)
            .param("organisation", pair.organisation())
            .param("asker", pair.far())
            .update();
    if (ended > 0) {
      db.sql("delete from known_marks where question = :id and organisation = :organisation")
          .param("id", question)
          .param("organisation", pair.organisation())
          .update();
      db.sql(
              """
              delete from known_hit
               where question = :id and organisation = :organisation and sent_at is null
              """)
          .param("id", question)
          .param("organisation", pair.organisation())
          .update();
    }
  }
}
