package org.passerelle.understand.team;

import java.time.Clock;
import org.passerelle.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The teams of what is worked on together. Threads may share it. */
@Component
public class Teams {
  private final JdbcClient db;
  private final AuditLog audit;
  private final Clock clock;

  Teams(JdbcClient db, AuditLog audit, Clock clock) {
    this.db = db;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those of everything that stands in one table. */
  public Team of(TeamTable table) {
    return new Team(table, db, audit, clock);
  }
}
