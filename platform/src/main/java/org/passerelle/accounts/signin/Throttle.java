package org.passerelle.accounts.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.passerelle.gate.Patience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts tries and says whether the next one counts: after a few free ones the wait doubles from
 * one second to fifteen minutes. A try is counted before anything is computed, under a lock of its
 * row, so that many at once get no more than one after the other. It never closes an account:
 * {@link SignIn} decides what a wait means.
 */
@Component
class Throttle {
  private static final Patience WAIT = new Patience(Duration.ofSeconds(1), Duration.ofMinutes(15));
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);
  private final JdbcClient db;
  private final Clock clock;

  Throttle(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** What is counted, and how many wrong tries are free. */
  enum Kind {
    /** Wrong passwords for a login, from devices not seen before. */
    ACCOUNT(5),
    /** Wrong tries from an address: a whole office may share one. */
    ADDRESS(40),
    /** Wrong passwords on a device where the user has signed in before. */
    DEVICE(10),
    /** Wrong second factors for a login, from devices not seen before. */
    FACTOR(5),
    /** Wrong second factors on a known device. */
    DEVICE_FACTOR(10),
    /** Wrong passwords and factors of somebody who is signed in, in one session. */
    SESSION(5);

    private final int free;

    Kind(int free) {
      this.free = free;
    }
  }

  /**
   * Counts a try before it is made, so that tries made at the same moment count too; what turns out
   * right is given back. Counted in a transaction of its own: it stands whatever becomes of the
   * caller's.
   *
   * @return whether the try counts now; if not, the wait is not over
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
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    // the row is locked, so that whoever comes at the same moment waits for this count
    Count count =
        db.sql("select failures, last_failure from throttle where id = :id for update")
            .param("id", id)
            .query(
                (row, i) ->
                    new Count(
                        row.getInt("failures"),
                        row.getObject("last_failure", OffsetDateTime.class).toInstant()))
            .single();
    int failures = count.last.isBefore(now.minus(FORGOTTEN_AFTER)) ? 0 : count.failures;
    db.sql("update throttle set failures = :failures, last_failure = :now where id = :id")
        .param("failures", failures + 1)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
    // a last try in the future is one of a clock that was set back: nobody waits until then
    return count.last.isAfter(now) || !now.isBefore(count.last.plus(waitAfter(kind, failures)));
  }

  private record Count(int failures, Instant last) {}

  private static Duration waitAfter(Kind kind, int failures) {
    return WAIT.after(failures - kind.free + 1);
  }

  /** The try that was taken was right: it does not count. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void giveBack(Kind kind, String of) {
    db.sql("update throttle set failures = failures - 1 where id = :id and failures > 0")
        .param("id", id(kind, of))
        .update();
  }

  /** Starts counting anew, after the right one. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void forget(Kind kind, String of) {
    db.sql("delete from throttle where id = :id").param("id", id(kind, of)).update();
  }

  /** Forgets what no longer counts. */
  @Scheduled(initialDelay = 600_000, fixedDelay = 3_600_000)
  @Transactional
  public void forgetOld() {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    db.sql("delete from throttle where last_failure < :old or last_failure > :ahead")
        .param("old", now.minus(FORGOTTEN_AFTER))
        .param("ahead", now.plus(FORGOTTEN_AFTER))
        .update();
  }

  private static String id(Kind kind, String of) {
    return Secrets.digest("throttle." + kind, of);
  }
}
