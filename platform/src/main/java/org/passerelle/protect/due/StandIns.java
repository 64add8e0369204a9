package org.passerelle.protect.due;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Returns the users whose work the reader does now: their own, and that of colleagues for whom they
 * stand in.
 */
@Component
class StandIns {
  private final JdbcClient db;
  private final Clock clock;

  StandIns(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  /** The reader and the colleagues whom they stand in for now. */
  List<UUID> doers(SignedIn who) {
    List<UUID> doers =
        new ArrayList<>(
            db.sql(
                    """
                    select absent from absence
                     where cover = :user and ended_at is null and from_at <= :now
                       and until_at > :now
                    """)
                .param("user", who.user())
                .param("now", Columns.at(clock.instant()))
                .query(UUID.class)
                .list());
    doers.add(who.user());
    return doers;
  }
}
