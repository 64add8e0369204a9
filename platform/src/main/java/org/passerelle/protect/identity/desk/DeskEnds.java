package org.passerelle.protect.identity.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Begins and ends a desk on one side: creates a key for the texts of the book, and destroys it in
 * the transaction that ends the desk.
 */
@Component
class DeskEnds {
  private static final byte[] NOTHING = {};

  private final JdbcClient db;
  private final DeskRows rows;
  private final Vault vault;
  private final Identifiers identifiers;
  private final ApplicationEventPublisher events;

  DeskEnds(
      JdbcClient db,
      DeskRows rows,
      Vault vault,
      Identifiers identifiers,
      ApplicationEventPublisher events) {
    this.db = db;
    this.rows = rows;
    this.vault = vault;
    this.identifiers = identifiers;
    this.events = events;
  }

  /** Stores a proposed desk. */
  Desk opened(
      UUID id,
      UUID organisation,
      UUID other,
      boolean here,
      String crossing,
      String agreement,
      Instant at) {
    UUID key = identifiers.next();
    vault.createKey(key, organisation);
    Desk desk =
        new Desk(
            id,
            organisation,
            other,
            here,
            crossing,
            agreement,
            "proposed",
            key,
            at,
            null,
            null,
            false,
            null);
    rows.insert(desk);
    return desk;
  }

  /**
   * Ends a desk: deletes the texts of the book and shared personal data, and ends shifts.
   *
   * @param here whether this side ends it
   * @return false if it had already ended
   */
  boolean end(Desk desk, boolean here, Instant now) {
    if (!rows.ended(desk, here, now)) {
      return false;
    }
    db.sql(
            "update desk_entry set words = :nothing where desk = :desk and organisation = :organisation")
        .param("nothing", NOTHING)
        .param("desk", desk.id())
        .param("organisation", desk.organisation())
        .update();
    db.sql(
            """
            update desk_shift set ended_at = :now
             where desk = :desk and organisation = :organisation and ended_at is null
            """)
        .param("now", DeskRows.at(now))
        .param("desk", desk.id())
        .param("organisation", desk.organisation())
        .update();
    vault.destroyAtCommit(List.of(desk.key()));
    events.publishEvent(new DeskClosed(desk));
    return true;
  }
}
