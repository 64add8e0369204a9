package org.passerelle.prosecute.exhibit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hand-overs that are offered and not yet answered; the caller has locked the exhibit. */
@Component
class CustodyOffers {
  private static final String LINE = "custody_offer.line";
  private final JdbcClient db;
  private final Vault vault;

  CustodyOffers(JdbcClient db, Vault vault) {
    this.db = db;
    this.vault = vault;
  }

  /**
   * An offer.
   *
   * @param certificate of the taker, which must sign
   */
  record Row(Offer offer, UUID to, String certificate, Instant at, UUID by) {}

  Optional<Row> find(UUID exhibit) {
    return db.sql("select * from custody_offer where exhibit = :exhibit")
        .param("exhibit", exhibit)
        .query(
            (row, i) ->
                new Row(
                    new Offer(CustodyEntry.read(vault.open(exhibit, LINE, row.getBytes("line")))),
                    row.getObject("to_user", UUID.class),
                    row.getString("to_certificate"),
                    Columns.instant(row, "at"),
                    row.getObject("by_user", UUID.class)))
        .optional();
  }

  void add(UUID exhibit, Offer offer, UUID to, UUID by) {
    Map<String, Object> row = new HashMap<>();
    row.put("exhibit", exhibit);
    row.put("line", vault.seal(exhibit, LINE, offer.entry().line()));
    row.put("to", to);
    row.put("certificate", offer.statement().to());
    row.put("at", Columns.at(offer.statement().at()));
    row.put("by", by);
    db.sql(
            """
            insert into custody_offer (exhibit, line, to_user, to_certificate, at, by_user)
            values (:exhibit, :line, :to, :certificate, :at, :by)
            """)
        .params(row)
        .update();
  }

  /** Removes the offer of an exhibit; returns whether there was one. */
  boolean remove(UUID exhibit) {
    return db.sql("delete from custody_offer where exhibit = :exhibit")
            .param("exhibit", exhibit)
            .update()
        == 1;
  }
}
