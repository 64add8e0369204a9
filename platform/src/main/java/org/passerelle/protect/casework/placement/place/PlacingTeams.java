package org.passerelle.protect.casework.placement.place;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.NamedLock;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keys of placing teams, each created with the team's first place. Keys of places lie below them in
 * the hierarchy: no case, person or erasure affects them.
 */
@Component
public class PlacingTeams {
  private final JdbcClient db;
  private final Vault vault;
  private final NamedLock lock;
  private final Identifiers identifiers;
  private final Clock clock;

  PlacingTeams(JdbcClient db, Vault vault, NamedLock lock, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.lock = lock;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Key of an organisation's team. */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID key(UUID organisation) {
    return made(organisation)
        .orElseGet(
            () -> {
              // only the creation needs a lock, so that readers do not wait for each other
              lock.acquire("placing team " + organisation);
              return made(organisation).orElseGet(() -> make(organisation));
            });
  }

  private Optional<UUID> made(UUID organisation) {
    return db.sql("select team_key from placing_team where organisation = :organisation")
        .param("organisation", organisation)
        .query(UUID.class)
        .optional();
  }

  private UUID make(UUID organisation) {
    UUID key = identifiers.next();
    vault.createKey(key, organisation);
    db.sql(
            "insert into placing_team (organisation, team_key, made_at) values (:organisation, :key, :at)")
        .param("organisation", organisation)
        .param("key", key)
        .param("at", Columns.now(clock))
        .update();
    return key;
  }
}
