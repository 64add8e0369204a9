package org.passerelle.protect.sharing.handover;

import java.util.List;
import java.util.UUID;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
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
      // whoever is asked to erase a copy goes on hearing that the person is missing, without a word
      // of whom
      db.sql(
              """
              update hand_over set contact = null, contact_sealed = null
               where id = :id and organisation = :organisation and not sends
                 and (missing_at is not null or awaited_on is not null)
              """)
          .param("id", id)
          .param("organisation", erased.organisation())
          .update();
      db.sql(
              """
              delete from hand_over
               where id = :id and organisation = :organisation
                 and (sends or (missing_at is null and awaited_on is null))
              """)
          .param("id", id)
          .param("organisation", erased.organisation())
          .update();
    }
  }

  @Override
  public void move(Moved moved) {
    // its steps refer to it by both
    moved.rows(
        """
        insert into hand_over
          (id, organisation, other, sends, purpose, returns, minor, acknowledge_by, answer_by, begun_at,
           acknowledged_at, contact, contact_sealed, to_deputy_at, to_country_at, stopped_at, missing_at,
           found_at, awaited_on, on_purpose, outcome, closed_at, closing)
        select id, :to, other, sends, purpose, returns, minor, acknowledge_by, answer_by, begun_at,
               acknowledged_at, contact, contact_sealed, to_deputy_at, to_country_at, stopped_at, missing_at,
               found_at, awaited_on, on_purpose, outcome, closed_at, closing
          from hand_over where id = any(cast(:ids as uuid array)) and organisation = :from
        """,
        moved.whole().referrals());
    moved.rows(
        """
        update hand_over_step set organisation = :to
         where hand_over = any(cast(:ids as uuid array)) and organisation = :from
        """,
        moved.whole().referrals());
    moved.rows(
        "delete from hand_over where id = any(cast(:ids as uuid array)) and organisation = :from",
        moved.whole().referrals());
  }
}
