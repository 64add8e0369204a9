package org.passerelle.protect.casework.placement.stay;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.protect.casework.cases.due.DangerSource;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A placed person is missing. */
@Component
class MissingDanger implements DangerSource {
  private final JdbcClient db;

  MissingDanger(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Sign> of(Collection<UUID> cases) {
    return db.sql(
            """
            select case_id, missing_at from stay
             where case_id = any(cast(:ids as uuid array)) and state = 'missing'
               and missing_at is not null
            """)
        .param("ids", UuidArray.of(cases))
        .query(Sign::missing)
        .list();
  }
}
