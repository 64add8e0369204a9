package org.passerelle.protect.sharing.handover;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.protect.casework.cases.CallSource;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Persons who did not arrive in another country, on both sides, until they are found. */
@Component
class LostCalls implements CallSource {
  /** A person missing for longer is on the first pages, and everybody was called. */
  private static final Duration CALLED = Duration.ofHours(24);

  private final JdbcClient db;
  private final Clock clock;

  LostCalls(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "hand-over";
  }

  @Override
  public Rank rank() {
    return Rank.MISSING;
  }

  @Override
  public Set<Role> roles() {
    return Set.of(Role.FOCAL_POINT, Role.SUPERVISOR);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Waiting> waiting() {
    return db.sql(
            """
            select id, organisation, missing_at from hand_over
             where missing_at is not null and missing_at > :earliest
            """)
        .param("earliest", Columns.at(clock.instant().minus(CALLED)))
        .query(
            (row, i) ->
                new Waiting(
                    row.getObject("id", UUID.class),
                    row.getObject("organisation", UUID.class),
                    Urgency.HIGH,
                    Columns.instant(row, "missing_at")))
        .list();
  }
}
