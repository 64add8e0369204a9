package org.passerelle.protect.elsewhere;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.Refused;
import org.passerelle.storage.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * How much may be asked. Questions of a partner beyond the quota are confirmed like any other and
 * compared with nothing; the asked organisation is told.
 */
@Component
class KnownLimits {
  /** Questions of one organisation to another in a day, standing watches among them. */
  static final int A_DAY = 100;

  /** The same in thirty days. */
  static final int A_MONTH = 1_000;

  /** Questions that one colleague puts in twenty-four hours. */
  static final int OF_A_COLLEAGUE = 30;

  /** A standing watch ends after so many days at the latest. */
  static final int LONGEST_WATCH = 180;

  private static final int DAYS = 30;
  private final JdbcClient db;
  private final Turns turns;
  private final AuditLog audit;
  private final Clock clock;

  KnownLimits(JdbcClient db, Turns turns, AuditLog audit, Clock clock) {
    this.db = db;
    this.turns = turns;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Whether a colleague may put so many more.
   *
   * @param watchUntil last day of a standing watch, or null
   * @throws Refused if not, or the watch is over already or would last too long
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void check(SignedIn who, int more, @Nullable LocalDate watchUntil) {
    LocalDate today = today();
    if (watchUntil != null
        && (watchUntil.isBefore(today) || watchUntil.isAfter(today.plusDays(LONGEST_WATCH)))) {
      throw new Refused("elsewhere.refused.watch", LONGEST_WATCH).at("until");
    }
    turns.take("known " + who.user());
    int put =
        db.sql("select count(*) from known_question where asked_by = :user and asked_at > :since")
            .param("user", who.user())
            .param(
                "since",
                OffsetDateTime.ofInstant(clock.instant().minus(Duration.ofDays(1)), ZoneOffset.UTC))
            .query(Integer.class)
            .single();
    if (put + more > OF_A_COLLEAGUE) {
      throw new Refused("elsewhere.refused.many", OF_A_COLLEAGUE);
    }
  }

  /**
   * Counts questions that went or came.
   *
   * @param asker whether the organisation of this house asks
   * @return how many of them are within the quota
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public int count(DaySecrets.Pair pair, boolean asker, int more) {
    LocalDate day = today();
    turns.take("known " + pair.organisation() + pair.far());
    there(pair, asker, day);
    int today = questions(pair, asker, day);
    int month = questions(pair, asker, day.minusDays(DAYS));
    int within = Math.max(0, Math.min(more, Math.min(A_DAY - today, A_MONTH - month)));
    int over = more - within;
    db.sql(
            """
            update known_day set questions = questions + :within, beyond = beyond + :beyond
             where organisation = :organisation and far = :far and asker = :asker and on_day = :day
            """)
        .param("within", within)
        .param("beyond", asker ? 0 : over)
        .param("organisation", pair.organisation())
        .param("far", pair.far())
        .param("asker", asker)
        .param("day", day)
        .update();
    if (over > 0 && !asker && over(pair, day) == over) {
      audit.writeByHouse(
          pair.organisation(),
          "known.quota-exceeded",
          "organisation",
          pair.far(),
          Map.of("day", day.toString(), "within", Integer.toString(today + within)));
    }
    return within;
  }

  /** The row of a day, so that it can be counted in. */
  void there(DaySecrets.Pair pair, boolean asker, LocalDate day) {
    db.sql(
            """
            insert into known_day (organisation, far, asker, on_day, questions, beyond, answered)
            values (:organisation, :far, :asker, :day, 0, 0, false) on conflict do nothing
            """)
        .param("organisation", pair.organisation())
        .param("far", pair.far())
        .param("asker", asker)
        .param("day", day)
        .update();
  }

  private int questions(DaySecrets.Pair pair, boolean asker, LocalDate since) {
    return db.sql(
            """
            select coalesce(sum(questions), 0) from known_day
             where organisation = :organisation and far = :far and asker = :asker and on_day >= :since
            """)
        .param("organisation", pair.organisation())
        .param("far", pair.far())
        .param("asker", asker)
        .param("since", since)
        .query(Integer.class)
        .single();
  }

  private int over(DaySecrets.Pair pair, LocalDate day) {
    return db.sql(
            """
            select beyond from known_day
             where organisation = :organisation and far = :far and not asker and on_day = :day
            """)
        .param("organisation", pair.organisation())
        .param("far", pair.far())
        .param("day", day)
        .query(Integer.class)
        .single();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
