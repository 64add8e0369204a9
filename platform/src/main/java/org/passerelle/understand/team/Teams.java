package org.passerelle.understand.team;

import java.time.Clock;
import org.passerelle.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The teams of shared objects. Safe for concurrent use. */
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

  /** The teams of the objects in one table. */
  public Team of(TeamTable table) {
    return new Team(table, db, audit, clock);
  }
}
