package org.passerelle.house;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When users last looked at their first page, and when their visit before that ended. A visit lasts
 * until they have not looked for {@link #PAUSE}: whoever opens something and comes back still reads
 * what changed (decision 0173).
 */
@Component
class LastLooks {
  static final Duration PAUSE = Duration.ofHours(1);

  /** What was being stored while somebody looked is told again rather than never. */
  static final Duration STORING = Duration.ofMinutes(1);

  private final JdbcClient db;

  LastLooks(JdbcClient db) {
    this.db = db;
  }

  private record Look(Instant at, @Nullable Instant before) {
    Optional<Instant> since(Instant now) {
      return at.isBefore(now.minus(PAUSE)) ? Optional.of(at) : Optional.ofNullable(before);
    }
  }

  /** The end of the visit before the one of this moment; empty if there was none. */
  @Transactional(readOnly = true)
  public Optional<Instant> since(UUID user, Instant now) {
    return db.sql("select looked_at, before_at from home_look where user_id = :user")
        .param("user", user)
        .query(
            (row, n) ->
                new Look(
                    Columns.instant(row, "looked_at"),
                    row.getObject("before_at") == null ? null : Columns.instant(row, "before_at")))
        .optional()
        .flatMap(look -> look.since(now));
  }

  /** Records that a user looks. */
  @Transactional
  public void looked(UUID user, Instant now) {
    int known =
        db.sql(
                """
                update home_look
                   set before_at = case when looked_at < :ended then looked_at else before_at end,
                       looked_at = :now
                 where user_id = :user
                """)
            .param("ended", Columns.at(now.minus(PAUSE)))
            .param("now", Columns.at(now))
            .param("user", user)
            .update();
    if (known == 0) {
      db.sql(
              """
              insert into home_look (user_id, looked_at) values (:user, :now)
                  on conflict do nothing
              """)
          .param("user", user)
          .param("now", Columns.at(now))
          .update();
    }
  }
}
