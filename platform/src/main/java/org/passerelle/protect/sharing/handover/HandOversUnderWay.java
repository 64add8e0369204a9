package org.passerelle.protect.sharing.handover;

import java.util.UUID;
import org.passerelle.protect.casework.cases.TransferBar;
import org.passerelle.storage.Erased;
import org.passerelle.storage.UuidArray;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A hand-over of the case is under way, or is with the organisation that would take it over. */
@Component
@Order(10)
class HandOversUnderWay implements TransferBar {
  private static final String UNDER_WAY =
      """
      select count(*) from hand_over
       where id = any(cast(:referrals as uuid array))
         and (other = :to or (organisation = :organisation and closed_at is null
              and not exists (select 1 from referral_outline r where r.id = hand_over.id
                                and r.state in ('declined', 'revoked', 'stopped', 'done'))))
      """;
  private final JdbcClient db;

  HandOversUnderWay(JdbcClient db) {
    this.db = db;
  }

  @Override
  public String refusal() {
    return "transfer.refused.hand-over";
  }

  @Override
  public boolean stands(Erased whole, UUID to) {
    return db.sql(UNDER_WAY)
            .param("referrals", UuidArray.of(whole.referrals()))
            .param("to", to)
            .param("organisation", whole.organisation())
            .query(Integer.class)
            .single()
        > 0;
  }
}
