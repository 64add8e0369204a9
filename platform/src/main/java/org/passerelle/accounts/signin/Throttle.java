package org.passerelle.accounts.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.passerelle.gate.Backoff;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts attempts and decides whether the next one is allowed: after a few free ones the wait
 * doubles from one second to fifteen minutes. An attempt is counted before anything is computed,
 * with its row locked, so that parallel attempts gain nothing over sequential ones. It never locks
 * an account: {@link SignIn} decides what a wait means.
 */
@Component
class Throttle {
  private static final Backoff WAIT = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(15));
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);
  private final JdbcClient db;
  private final Clock clock;

  Throttle(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** What is counted, and the number of free failures. */
  enum Kind {
    /** Wrong passwords for a login, from new devices. */
    ACCOUNT(5),
    /** Failures from an address: a whole office may share one. */
    ADDRESS(40),
    /** Wrong passwords on a known device of the user. */
    DEVICE(10),
    /** Wrong second factors for a login, from new devices. */
    FACTOR(5),
    /** Wrong second factors on a known device. */
    DEVICE_FACTOR(10),
    /** Wrong passwords and factors of a signed-in user, in one session. */
    SESSION(5);

    private final int free;

    Kind(int free) {
      this.free = free;
    }
  }

  /**
   * Counts an attempt before it is made, so that parallel attempts count, too; a successful one is
   * given back. Runs in a transaction of its own, which stays committed whatever happens to the
   * caller's.
   *
   * @return whether the attempt is allowed; if not, the wait is not over
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public boolean take(Kind kind, String of) {
    String id = id(kind, of);
    Instant now = clock.instant();
    db.sql(
            """
            insert into throttle (id, failures, last_failure) values (:id, 0, :now)
            on conflict do nothing
            """)
        .param("id", id)
        .param("now", Columns.at(now))
        .update();
    // the row is locked, so that parallel attempts wait for this count
    Count count =
        db.sql("select failures, last_failure from throttle where id = :id for update")
            .param("id", id)
            .query(
                (row, i) -> new Count(row.getInt("failures"), Columns.instant(row, "last_failure")))
            .single();
    int failures = count.last.isBefore(now.minus(FORGOTTEN_AFTER)) ? 0 : count.failures;
    db.sql("update throttle set failures = :failures, last_failure = :now where id = :id")
        .param("failures", failures + 1)
        .param("now", Columns.at(now))
        .param("id", id)
        .update();
    // a last attempt in the future is from before the clock was set back: nobody waits until then
    return count.last.isAfter(now) || !now.isBefore(count.last.plus(waitAfter(kind, failures)));
  }

  private record Count(int failures, Instant last) {}

  private static Duration waitAfter(Kind kind, int failures) {
    return WAIT.after(failures - kind.free + 1);
  }

  /** The counted attempt succeeded: it does not count. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void giveBack(Kind kind, String of) {
    db.sql("update throttle set failures = failures - 1 where id = :id and failures > 0")
        .param("id", id(kind, of))
        .update();
  }

  /** Resets the counter after a success. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void forget(Kind kind, String of) {
    db.sql("delete from throttle where id = :id").param("id", id(kind, of)).update();
  }

  /** Deletes expired counters. */
  @Scheduled(
      initialDelayString = "${schedule.accounts.sign-in-attempts.after}",
      fixedDelayString = "${schedule.accounts.sign-in-attempts.every}")
  @Transactional
  public void forgetOld() {
    OffsetDateTime now = Columns.now(clock);
    db.sql("delete from throttle where last_failure < :old or last_failure > :ahead")
        .param("old", now.minus(FORGOTTEN_AFTER))
        .param("ahead", now.plus(FORGOTTEN_AFTER))
        .update();
  }

  private static String id(Kind kind, String of) {
    return Secrets.digest("throttle." + kind, of);
  }
}
