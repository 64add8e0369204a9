package org.passerelle.protect.handover;

import java.util.List;
import java.util.UUID;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hand-overs in both directions with their steps; erased together with the referral that carries
 * them.
 */
@Component
class HandOverHoldings implements Holdings {
  private final JdbcClient db;

  HandOverHoldings(JdbcClient db) {
    this.db = db;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("hand_over", "goes with its referral").by("id"),
        Table.erased("hand_over_step", "what was recorded on the way").by("hand_over"),
        Table.nothing("focal_deputy", "who stands in for whom among colleagues"));
  }

  @Override
  public int order() {
    return 35;
  }

  @Override
  public void erase(Erased erased) {
    for (UUID id : erased.referrals()) {
      db.sql("delete from hand_over_step where hand_over = :id and organisation = :organisation")
          .param("id", id)
          .param("organisation", erased.organisation())
          .update();
      db.sql("delete from hand_over where id = :id and organisation = :organisation")
          .param("id", id)
          .param("organisation", erased.organisation())
          .update();
    }
  }
}
