package org.passerelle.protect.sharing.letterbox;

import java.util.List;
import java.util.UUID;
import org.passerelle.protect.sharing.enclosure.StoredEnclosures;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Contents of letterboxes, erased with the person. The record that something was there is kept, so
 * that the guest can be asked to keep nothing and to confirm.
 */
@Component
class LetterboxHoldings implements Holdings {
  private final JdbcClient db;
  private final DepositedDossierRows rows;
  private final StoredEnclosures came;

  LetterboxHoldings(JdbcClient db, DepositedDossierRows rows, StoredEnclosures came) {
    this.rows = rows;
    this.came = came;
    this.db = db;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("letterbox_item", "what lies in a letterbox").by("referral"),
        Table.remains("letterbox_dossier", "that something lay there, without what it was"),
        Table.nothing("letterbox", "contact points of countries without a node"));
  }

  @Override
  public int order() {
    return 34;
  }

  @Override
  public void erase(Erased erased) {
    for (UUID id : erased.sent()) {
      db.sql("delete from letterbox_item where referral = :id").param("id", id).update();
      rows.find(id).ifPresent(dossier -> came.forget(id, dossier.letterbox()));
    }
  }
}
