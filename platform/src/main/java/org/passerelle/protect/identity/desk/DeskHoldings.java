package org.passerelle.protect.identity.desk;

import java.util.List;
import java.util.UUID;
import org.passerelle.storage.Erased;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Personal data of a desk: joint screenings, erased with the case or screening made from them. The
 * book contains no names, and the joint log refers to nobody.
 */
@Component
class DeskHoldings implements Holdings {
  private final JdbcClient db;
  private final JointRows rows;
  private final Vault vault;

  DeskHoldings(JdbcClient db, JointRows rows, Vault vault) {
    this.db = db;
    this.rows = rows;
    this.vault = vault;
  }

  @Override
  public List<Table> tables() {
    return List.of(
        Table.erased("desk_screening", "a screening that two sides read and signed")
            .by("case_id", "screening"),
        Table.erased("desk_signature", "that it was signed"),
        Table.nothing("border_desk", "two organisations in one office"),
        Table.nothing("desk_officer", "who works at a desk among colleagues"),
        Table.nothing("desk_shift", "times of colleagues at a desk"),
        Table.nothing("desk_entry", "words without names, gone with the desk"),
        Table.nothing("desk_refusal", "how often a colleague's words were refused, without them"),
        Table.nothing("desk_event", "kinds and times; leads to nobody"));
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public void erase(Erased erased) {
    for (UUID id : erased.all()) {
      db.sql(
              """
              select id, organisation, sealed_under, here from desk_screening
               where case_id = :id or (organisation = :own and screening = :id)
              """)
          .param("own", erased.organisation())
          .param("id", id)
          .query(Held.class)
          .list()
          .forEach(
              held -> {
                // the case was transferred, but the copy stayed at the desk
                rows.delete(held.id, held.organisation);
                if (!held.here) {
                  vault.destroyAtCommit(List.of(held.sealedUnder));
                }
              });
    }
  }

  private record Held(UUID id, UUID organisation, UUID sealedUnder, boolean here) {}
}
