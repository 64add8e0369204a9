package org.passerelle.protect.identity.elsewhere;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.intersection.Commitment;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores rounds of private set intersection: when, with whom, and the signed size. */
@Component
class RoundRows {
  /**
   * Rounds of a pair per day: one, and two more for restarts. Each exposes the same questions to
   * another set, so the number has to be small.
   */
  static final int A_DAY = 3;

  private final JdbcClient db;
  private final Clock clock;

  RoundRows(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /**
   * A stored round.
   *
   * @param asker whether the organisation on this node asks
   * @param files size signed by the asked side; zero before
   */
  record Round(
      UUID id,
      DaySecrets.Pair pair,
      boolean asker,
      LocalDate day,
      String state,
      int files,
      int tokens,
      @Nullable String digest,
      Instant at) {}

  /** Starts a round unless it exists. */
  void begin(UUID id, DaySecrets.Pair pair, boolean asker, LocalDate day) {
    db.sql(
            """
            insert into known_round (id, organisation, far, asker, on_day, state, files, tokens, at)
            values (:id, :organisation, :far, :asker, :day, 'wanted', 0, 0, :now)
            on conflict do nothing
            """)
        .param("id", id)
        .param("organisation", pair.organisation())
        .param("far", pair.far())
        .param("asker", asker)
        .param("day", day)
        .param("now", Columns.now(clock))
        .update();
  }

  /** Stores what the asked side signed. */
  void offered(UUID id, UUID organisation, Commitment signed, String digest, String signature) {
    db.sql(
            """
            update known_round
               set state = 'offered', files = :files, tokens = :tokens, digest = :digest, signature = :signature
             where id = :id and organisation = :organisation
            """)
        .param("files", signed.files())
        .param("tokens", signed.tokens())
        .param("digest", digest)
        .param("signature", signature)
        .param("id", id)
        .param("organisation", organisation)
        .update();
  }

  void state(UUID id, UUID organisation, String state) {
    db.sql("update known_round set state = :state where id = :id and organisation = :organisation")
        .param("state", state)
        .param("id", id)
        .param("organisation", organisation)
        .update();
  }

  /** A round between an organisation on this node and exactly this other one. */
  @Transactional(readOnly = true)
  public Optional<Round> find(UUID id, DaySecrets.Pair pair, boolean asker) {
    return db.sql(
            """
            select * from known_round
             where id = :id and organisation = :organisation and far = :far and asker = :asker
            """)
        .param("id", id)
        .param("organisation", pair.organisation())
        .param("far", pair.far())
        .param("asker", asker)
        .query(RoundRows::round)
        .optional();
  }

  /** Rounds of a pair on a day. */
  @Transactional(readOnly = true)
  public List<Round> ofDay(DaySecrets.Pair pair, boolean asker, LocalDate day) {
    return db.sql(
            """
            select * from known_round
             where organisation = :organisation and far = :far and asker = :asker and on_day = :day
            """)
        .param("organisation", pair.organisation())
        .param("far", pair.far())
        .param("asker", asker)
        .param("day", day)
        .query(RoundRows::round)
        .list();
  }

  /** Rounds that wait for an offer. */
  @Transactional(readOnly = true)
  public List<Round> wanted(LocalDate since) {
    return db.sql(
            """
            select * from known_round
             where not asker and state = 'wanted' and on_day >= :since order by at, id
            """)
        .param("since", since)
        .query(RoundRows::round)
        .list();
  }

  /** The most recent raised set of a partner before a day. */
  @Transactional(readOnly = true)
  public Optional<Round> raisedBefore(DaySecrets.Pair pair, LocalDate day) {
    return db.sql(
            """
            select * from known_round
             where organisation = :organisation and far = :far and asker and state = 'raised' and on_day < :day
             order by on_day desc, at desc limit 1
            """)
        .param("organisation", pair.organisation())
        .param("far", pair.far())
        .param("day", day)
        .query(RoundRows::round)
        .optional();
  }

  private static Round round(ResultSet row, int number) throws SQLException {
    return new Round(
        row.getObject("id", UUID.class),
        new DaySecrets.Pair(
            row.getObject("organisation", UUID.class), row.getObject("far", UUID.class)),
        row.getBoolean("asker"),
        row.getObject("on_day", LocalDate.class),
        row.getString("state"),
        row.getInt("files"),
        row.getInt("tokens"),
        row.getString("digest"),
        Columns.instant(row, "at"));
  }
}
