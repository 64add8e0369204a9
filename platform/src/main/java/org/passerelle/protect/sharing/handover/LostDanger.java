package org.passerelle.protect.sharing.handover;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.protect.casework.cases.due.DangerSource;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A person did not arrive in the other country and was not found since; on both sides, also after
 * the hand-over has ended.
 */
@Component
class LostDanger implements DangerSource {
  private final JdbcClient db;

  LostDanger(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Sign> of(Collection<UUID> cases) {
    return db.sql(
            """
            select coalesce(r.case_id, q.case_id) as case_id, h.missing_at from hand_over h
              left join referral_outline r on h.sends and r.id = h.id and r.organisation = h.organisation
              left join received_referral_outline q
                on not h.sends and q.id = h.id and q.organisation = h.organisation
             where h.missing_at is not null
               and coalesce(r.case_id, q.case_id) = any(cast(:ids as uuid array))
            """)
        .param("ids", UuidArray.of(cases))
        .query(Sign::missing)
        .list();
  }
}
