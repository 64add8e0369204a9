package org.passerelle.prevent.tip;

import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.PublicProcess;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.StoredOrganisations;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What strangers may know of the teams that receive tips: names and public keys. Thread-safe. */
@Component
@PublicProcess
public class ReceivingTeams {
  private final JdbcClient db;
  private final StoredOrganisations organisations;
  private final Clock clock;

  ReceivingTeams(JdbcClient db, StoredOrganisations organisations, Clock clock) {
    this.db = db;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** Teams to whom anybody can write now, by handle of their organisation. */
  @Transactional(readOnly = true)
  public List<TipTeam> all() {
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
  String key(UUID organisation) {
    return all().stream()
        .filter(one -> one.organisation().equals(organisation))
        .map(TipTeam::recipient)
        .findFirst()
        .orElseThrow(() -> new Refused("tips.refused.team"));
  }

  private static TipTeam team(Organisation one, String recipient) {
    return new TipTeam(one.id(), one.name(), one.country(), recipient);
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

  /** The key to which an organisation's tips are sealed, whether it receives new ones or not. */
  String recipient(UUID organisation) {
    return db.sql("select recipient from tip_team where organisation = :organisation")
        .param("organisation", organisation)
        .query(String.class)
        .optional()
        .orElseThrow(NotFound::new);
  }
}
