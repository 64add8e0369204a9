package org.passerelle.protect.casework.placement.stay;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether somebody has a safe place, without any details of it. */
@Component
public class PlacementCheck {
  private final JdbcClient db;

  PlacementCheck(JdbcClient db) {
    this.db = db;
  }

  /** Whether the person of a case is placed, or on the way there; the caller has checked access. */
  public boolean is(UUID caseId) {
    return db.sql(
                """
                select count(*) from stay
                 where case_id = :case and state in ('expected', 'there', 'away')
                """)
            .param("case", caseId)
            .query(Integer.class)
            .single()
        > 0;
  }
}
