package org.passerelle.prevent.tip;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Vault;
import org.passerelle.storage.keys.AgeKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Teams that receive tips, and their keys. The secret half lies sealed under the key of the
 * organisation. Thread-safe.
 */
@Service
public class TipTeams {
  /** How long a flood is held off. */
  static final Duration GUARDED = Duration.ofHours(24);

  private static final String PLACE = "tip_team.secret";
  private final JdbcClient db;
  private final ReceivingTeams receiving;
  private final Vault vault;
  private final AuditLog audit;
  private final SecureRandom random;
  private final Clock clock;

  TipTeams(
      JdbcClient db,
      ReceivingTeams receiving,
      Vault vault,
      AuditLog audit,
      SecureRandom random,
      Clock clock) {
    this.db = db;
    this.receiving = receiving;
    this.vault = vault;
    this.audit = audit;
    this.random = random;
    this.clock = clock;
  }

  /** Teams to whom anybody can write now, by handle of their organisation. */
  public List<TipTeam> receiving() {
    return receiving.all();
  }

  /** Whether a flood is held off. */
  public boolean isGuarded() {
    return receiving.isGuarded();
  }

  /** The key to which an organisation's tips are sealed. */
  String recipient(UUID organisation) {
    return receiving.recipient(organisation);
  }

  /** Whether the user's organisation receives tips now. */
  @Transactional(readOnly = true)
  public boolean receives(SignedIn who) {
    return receiving.all().stream()
        .anyMatch(team -> team.organisation().equals(who.organisation()));
  }

  /** Begins to receive tips, the first time with a new key. */
  @Transactional
  public void begin(SignedIn who) {
    AgeKey pair = AgeKey.fresh(random);
    db.sql(
            """
            insert into tip_team (organisation, recipient, secret, receives, opened_at)
            values (:organisation, :recipient, :secret, true, :now)
            on conflict do nothing""")
        .param("organisation", who.organisation())
        .param("recipient", pair.recipient())
        .param("secret", vault.sealBytes(who.organisation(), PLACE, pair.secret()))
        .param("now", Columns.now(clock))
        .update();
    receive(who, true, "tip.team-opened");
  }

  /** Ends receiving; what arrived is still read and answered. */
  @Transactional
  public void pause(SignedIn who) {
    receive(who, false, "tip.team-paused");
  }

  private void receive(SignedIn who, boolean receives, String action) {
    int teams =
        db.sql("update tip_team set receives = :receives where organisation = :organisation")
            .param("receives", receives)
            .param("organisation", who.organisation())
            .update();
    if (teams == 0) {
      throw new NotFound();
    }
    audit.write(who, action, "organisation", who.organisation(), Map.of());
  }

  /** Makes every new tip cost more for a day: a harder puzzle, and a longer wait without it. */
  @Transactional
  public void guard(SignedIn who) {
    int teams =
        db.sql("update tip_team set guarded_until = :until where organisation = :organisation")
            .param("until", Columns.at(clock.instant().plus(GUARDED)))
            .param("organisation", who.organisation())
            .update();
    if (teams == 0) {
      throw new NotFound();
    }
    audit.write(who, "tip.guarded", "organisation", who.organisation(), Map.of());
  }

  /**
   * What was written to a tip that an organisation has. A page that was open while the tip was
   * transferred sealed it to the team that had it before.
   *
   * @return empty if it does not open: it was sealed for somebody else, or damaged
   */
  Optional<TipContent> open(UUID organisation, byte[] sealed) {
    Optional<TipContent> own = TipEnvelope.open(sealed, key(organisation));
    return own.isPresent()
        ? own
        : others(organisation).stream()
            .flatMap(other -> TipEnvelope.open(sealed, key(other)).stream())
            .findFirst();
  }

  private List<UUID> others(UUID organisation) {
    return db.sql(
            "select organisation from tip_team where organisation <> :organisation order by opened_at")
        .param("organisation", organisation)
        .query(UUID.class)
        .list();
  }

  /** The key that opens an organisation's tips. */
  AgeKey key(UUID organisation) {
    byte[] sealed =
        db.sql("select secret from tip_team where organisation = :organisation")
            .param("organisation", organisation)
            .query(byte[].class)
            .optional()
            .orElseThrow(NotFound::new);
    return AgeKey.of(vault.openBytes(organisation, PLACE, sealed));
  }
}
