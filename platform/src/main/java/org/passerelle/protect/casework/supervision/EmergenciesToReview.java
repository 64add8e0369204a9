package org.passerelle.protect.casework.supervision;

import java.util.UUID;
import org.passerelle.protect.casework.cases.TransferBar;
import org.passerelle.storage.Erased;
import org.passerelle.storage.UuidArray;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Somebody opened the case in an emergency, and nobody has judged it yet. */
@Component
@Order(40)
class EmergenciesToReview implements TransferBar {
  private final JdbcClient db;

  EmergenciesToReview(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String refusal() {
    return "transfer.refused.emergency";
  }

  @Override
  public boolean stands(Erased whole, UUID to) {
    return db.sql(
                """
                select count(*) from emergency_access
                 where case_id = any(cast(:cases as uuid array)) and reviewed_at is null
                """)
            .param("cases", UuidArray.of(whole.cases()))
            .query(Integer.class)
            .single()
        > 0;
  }
}
