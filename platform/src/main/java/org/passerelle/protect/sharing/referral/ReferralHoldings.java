package org.passerelle.protect.sharing.referral;

import java.util.List;
import org.passerelle.outbox.MovedOrders;
import org.passerelle.protect.sharing.referral.withdrawal.RetainedRows;
import org.passerelle.storage.CascadeDelete;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Referrals in both directions and their messages. */
@Component
class ReferralHoldings implements Holdings {
  private final JdbcClient db;
  private final CascadeDelete rows;
  private final RetainedRows retained;
  private final MovedOrders orders;

  ReferralHoldings(JdbcClient db, CascadeDelete rows, RetainedRows retained, MovedOrders orders) {
    this.db = db;
    this.rows = rows;
    this.retained = retained;
    this.orders = orders;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("referral", "goes with the case"),
        Table.erased("received_referral", "the dossier that arrived").by("id", "case_id"),
        Table.erased("referral_message", "what was written about it").by("referral"),
        Table.erased("onward_permission", "whether it may be passed on")
            .by("id", "origin_referral"),
        Table.nothing("arriving_dossier", "identifiers of dossiers that are being taken in"),
        Table.erased("retained_by_law", "the law that forbids a recipient to erase").by("referral"),
        Table.remains(
                "passed_on",
                "to whom something was passed on that was taken back, and how it stands")
            .by("origin_referral", "onward"));
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public void erase(Erased erased) {
    if (!erased.referrals().isEmpty()) {
      db.sql(
              """
              delete from referral_message where referral in (:ids) and organisation = :organisation
              """)
          .param("ids", erased.referrals())
          .param("organisation", erased.organisation())
          .update();
      db.sql(
              """
              delete from onward_permission
               where (id in (:ids) or origin_referral in (:ids)) and organisation = :organisation
              """)
          .param("ids", erased.referrals())
          .param("organisation", erased.organisation())
          .update();
    }
    retained.erased(erased.referrals(), erased.organisation());
    rows.delete("received_referral", erased.received());
  }

  @Override
  public void move(Moved moved) {
    moved.rows(
        "update referral set organisation = :to where case_id = any(cast(:ids as uuid array))",
        moved.whole().cases());
    moved.rows(
        "update received_referral set organisation = :to where case_id = any(cast(:ids as uuid array))",
        moved.whole().cases());
    moved.rows(
        """
        update referral_message set organisation = :to
         where referral = any(cast(:ids as uuid array)) and organisation = :from
        """,
        moved.whole().referrals());
    moved.rows(
        """
        update onward_permission set organisation = :to
         where (id = any(cast(:ids as uuid array)) or origin_referral = any(cast(:ids as uuid array)))
           and organisation = :from
        """,
        moved.whole().referrals());
    moved.rows(
        """
        update retained_by_law set organisation = :to
         where referral = any(cast(:ids as uuid array)) and organisation = :from
        """,
        moved.whole().referrals());
    moved.rows(
        """
        update passed_on set organisation = :to
         where (origin_referral = any(cast(:ids as uuid array)) or onward = any(cast(:ids as uuid array)))
           and organisation = :from
        """,
        moved.whole().referrals());
    orders.move(moved.whole().sent(), moved.whole().organisation(), moved.to(), true);
    orders.move(moved.whole().received(), moved.whole().organisation(), moved.to(), false);
  }
}
