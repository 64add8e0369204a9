package org.passerelle.protect.sharing.referral;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.cases.due.DangerSource;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The urgency that the referring organisation stated. The level of danger is judged anew by the
 * recipient.
 */
@Component
class ReferredDanger implements DangerSource {
  private final JdbcClient db;

  ReferredDanger(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Sign> of(Collection<UUID> cases) {
    return db.sql(
            """
            select case_id, urgency, received_at from received_referral
             where case_id = any(cast(:ids as uuid array)) and urgency <> 'ordinary'
               and withdrawn_at is null
            """)
        .param("ids", UuidArray.of(cases))
        .query(
            (row, i) -> {
              Urgency urgency = Urgency.of(row.getString("urgency"));
              return new Sign(
                  row.getObject("case_id", UUID.class),
                  "referred." + urgency.code(),
                  urgency,
                  Risk.NOT_KNOWN,
                  Columns.instant(row, "received_at"));
            })
        .list();
  }
}
