package org.passerelle.protect.safeguards.erasure;

import java.time.Clock;
import java.util.UUID;
import org.passerelle.protect.sharing.referral.withdrawal.ErasedReferrals;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was told of an erasure, and whether they have answered. */
@Component
class ErasureRecipients implements ErasedReferrals {
  private final JdbcClient db;
  private final Clock clock;

  ErasureRecipients(JdbcClient db, Clock clock) {
    this.db = db;
    this.clock = clock;
  }

  @Override
  public boolean gave(UUID referral, UUID organisation, UUID recipient) {
    return db.sql(
                """
                select count(*) from erasure_recipient t join erasure e on e.id = t.erasure
                 where t.referral = :id and t.recipient = :recipient
                   and e.organisation = :organisation
                """)
            .param("id", referral)
            .param("recipient", recipient)
            .param("organisation", organisation)
            .query(Integer.class)
            .single()
        > 0;
  }

  @Override
  public boolean acknowledged(UUID referral, UUID recipient) {
    return db.sql(
                """
                update erasure_recipient set acknowledged_at = :now
                 where referral = :id and recipient = :recipient and acknowledged_at is null
                """)
            .param("now", Columns.at(clock.instant()))
            .param("id", referral)
            .param("recipient", recipient)
            .update()
        > 0;
  }
}
