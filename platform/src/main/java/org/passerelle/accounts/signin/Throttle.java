package org.passerelle.accounts.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts wrong tries and says when the next one counts: after a few free ones the wait doubles from
 * one second to fifteen minutes. It never closes an account: {@link SignIn} decides what a wait
 * means.
 */
@Component
class Throttle {
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
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
    DEVICE_FACTOR(10);

    private final int free;

    Kind(int free) {
      this.free = free;
    }
  }

  /** How long the next try has to wait; zero if it need not. */
  @Transactional(readOnly = true)
  public Duration wait(Kind kind, String of) {
    return db.sql("select failures, last_failure from throttle where id = :id")
        .param("id", id(kind, of))
        .query(
            (row, i) ->
                until(
                    kind,
                    row.getInt("failures"),
                    row.getObject("last_failure", OffsetDateTime.class)))
        .optional()
        .map(until -> Duration.between(clock.instant(), until))
        .filter(wait -> wait.compareTo(Duration.ZERO) > 0)
        .orElse(Duration.ZERO);
  }

  private static Instant until(Kind kind, int failures, OffsetDateTime last) {
    int over = failures - kind.free;
    if (over < 0) {
      return Instant.EPOCH;
    }
    Duration wait = over >= 10 ? LONGEST_WAIT : Duration.ofSeconds(1L << over);
    return last.toInstant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
  }

  /** Counts a wrong try. */
  @Transactional
  public void failed(Kind kind, String of) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    db.sql("delete from throttle where last_failure < :old")
        .param("old", now.minus(FORGOTTEN_AFTER))
        .update();
    db.sql(
            """
            insert into throttle (id, failures, last_failure) values (:id, 0, :now)
            on conflict do nothing
            """)
        .param("id", id(kind, of))
        .param("now", now)
        .update();
    db.sql("update throttle set failures = failures + 1, last_failure = :now where id = :id")
        .param("id", id(kind, of))
        .param("now", now)
        .update();
  }

  /** Starts counting anew, after the right one. */
  @Transactional
  public void forget(Kind kind, String of) {
    db.sql("delete from throttle where id = :id").param("id", id(kind, of)).update();
  }

  private static String id(Kind kind, String of) {
    return Secrets.digest("throttle." + kind, of);
  }
}
