package org.passerelle.prosecute.proceeding;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which charges were finally decided, for what the application compares by itself. */
@Component
public class FinalDecisions {
  private final JdbcClient db;

  FinalDecisions(JdbcClient db) {
    this.db = db;
  }

  /** Those of some charges on which a final decision stands, whatever it says. */
  public Set<UUID> among(Collection<UUID> charges) {
    return Set.copyOf(
        db.sql(
                """
                select distinct charge from charge_outcome
                 where charge = any(cast(:ids as uuid array)) and final_on is not null and replaced_by is null
                """)
            .param("ids", UuidArray.of(charges))
            .query(UUID.class)
            .list());
  }

  /** Those of some charges of which somebody was convicted, or not punished, finally or not. */
  public Set<UUID> convicted(Collection<UUID> charges) {
    return Set.copyOf(
        db.sql(
                """
                select distinct charge from charge_outcome
                 where charge = any(cast(:ids as uuid array)) and replaced_by is null and kind = 'convicted'
                """)
            .param("ids", UuidArray.of(charges))
            .query(UUID.class)
            .list());
  }
}
