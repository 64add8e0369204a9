package org.passerelle.understand.network;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.network.ActorKind;
import org.passerelle.pages.NotFound;
import org.passerelle.protect.consent.ForInvestigation;
import org.passerelle.protect.placement.zone.ToldZones;
import org.passerelle.understand.team.Team;
import org.passerelle.understand.team.Teams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A place of a network is told to the team of a case that entered it, so that the child is kept
 * away. Whoever tells names the person by their pseudonym and learns nothing of the case; the team
 * learns the place and nothing of the network. It is told while the basis holds on which the case
 * entered.
 */
@Service
public class PlacesToAvoid {
  private final JdbcClient db;
  private final Team team;
  private final Networks networks;
  private final ForInvestigation cases;
  private final ToldZones zones;
  private final AuditLog audit;

  PlacesToAvoid(
      JdbcClient db,
      Teams teams,
      Networks networks,
      ForInvestigation cases,
      ToldZones zones,
      AuditLog audit) {
    this.db = db;
    this.team = teams.of(NetworkTeam.TABLE);
    this.networks = networks;
    this.cases = cases;
    this.zones = zones;
    this.audit = audit;
  }

  /** Somebody in the network whose case entered on a basis that holds. */
  public record Person(UUID entry, String pseudonym) {}

  /** Who could be kept away from a place. */
  @Transactional(readOnly = true)
  public List<Person> people(UUID network, SignedIn who) {
    team.needs(network, who);
    return db
        .sql(
            """
            select id, pseudonym, basis from network_entry
             where network = :network and ended_at is null order by at, id
            """)
        .param("network", network)
        .query(Entry.class)
        .list()
        .stream()
        .filter(entry -> cases.holds(entry.basis, who.organisation()))
        .map(entry -> new Person(entry.id, entry.pseudonym))
        .toList();
  }

  private record Entry(UUID id, String pseudonym, UUID basis) {}

  /**
   * The place as the network calls it.
   *
   * @throws NotFound if there is no such place in a network of the reader's team
   */
  @Transactional(readOnly = true)
  public String place(UUID network, UUID actor, SignedIn who) {
    return networks
        .open(network, who)
        .state()
        .actor(actor)
        .filter(held -> held.state().kind() == ActorKind.ADDRESS)
        .map(held -> held.state().label())
        .orElseThrow(NotFound::new);
  }

  /**
   * Tells the team of somebody's case.
   *
   * @param kind code of {@code zone_kinds}
   * @throws NotFound if the place or the person is not there, or the basis holds no longer
   */
  @Transactional
  public void tell(UUID network, UUID actor, UUID entry, String kind, SignedIn who) {
    String name = place(network, actor, who);
    if (people(network, who).stream().noneMatch(person -> person.entry().equals(entry))) {
      throw new NotFound();
    }
    UUID caseId =
        db.sql("select case_id from network_entry where id = :entry")
            .param("entry", entry)
            .query(UUID.class)
            .single();
    zones.tell(caseId, kind, name);
    audit.write(
        who,
        "network.zone-told",
        "network",
        network,
        Map.of("entry", entry.toString(), "actor", actor.toString()));
  }
}
