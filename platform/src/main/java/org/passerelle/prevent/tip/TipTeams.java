package org.passerelle.prevent.tip;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
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
  private final Organisations organisations;
  private final Vault vault;
  private final AuditLog audit;
  private final SecureRandom random;
  private final Clock clock;

  TipTeams(
      JdbcClient db,
      Organisations organisations,
      Vault vault,
      AuditLog audit,
      SecureRandom random,
      Clock clock) {
    this.db = db;
    this.organisations = organisations;
    this.vault = vault;
    this.audit = audit;
    this.random = random;
    this.clock = clock;
  }

  /** Teams to whom anybody can write now, by handle of their organisation. */
  @Transactional(readOnly = true)
  public List<TipTeam> receiving() {
    Map<UUID, String> recipients = new HashMap<>();
    db.sql("select organisation, recipient from tip_team where receives")
        .query(
            row -> {
              recipients.put(row.getObject("organisation", UUID.class), row.getString("recipient"));
            });
    // few of a node's organisations receive tips: the others are not read for each form
    return recipients.keySet().stream()
        .flatMap(id -> organisations.find(id).stream())
        .filter(Organisation::active)
        .sorted(Comparator.comparing(Organisation::handle))
        .map(one -> team(one, recipients.getOrDefault(one.id(), "")))
        .toList();
  }

  /**
   * The key of a team to whom anybody can write now.
   *
   * @throws Refused if it receives none
   */
  String receiving(UUID organisation) {
    return receiving().stream()
        .filter(one -> one.organisation().equals(organisation))
        .map(TipTeam::recipient)
        .findFirst()
        .orElseThrow(() -> new Refused("tips.refused.team"));
  }

  private static TipTeam team(Organisation one, String recipient) {
    return new TipTeam(one.id(), one.name(), one.country(), recipient);
  }

  /** Whether the user's organisation receives tips now. */
  @Transactional(readOnly = true)
  public boolean receives(SignedIn who) {
    return receiving().stream().anyMatch(team -> team.organisation().equals(who.organisation()));
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

  /** Whether a flood is held off. */
  @Transactional(readOnly = true)
  public boolean isGuarded() {
    return db.sql("select count(*) from tip_team where guarded_until > :now")
            .param("now", Columns.now(clock))
            .query(Integer.class)
            .single()
        > 0;
  }

  /** The key to which an organisation's tips are sealed. */
  String recipient(UUID organisation) {
    return db.sql("select recipient from tip_team where organisation = :organisation")
        .param("organisation", organisation)
        .query(String.class)
        .optional()
        .orElseThrow(NotFound::new);
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
