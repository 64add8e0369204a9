package org.passerelle.understand.network;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.network.ActorKind;
import org.passerelle.protect.casework.placement.zone.ReportedPlaces;
import org.passerelle.protect.sharing.consent.ForInvestigation;
import org.passerelle.refusal.NotFound;
import org.passerelle.understand.team.Team;
import org.passerelle.understand.team.Teams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports a place in a network to the team of a case whose data are in it, so that the child is
 * kept away. The reporting user names the person by their pseudonym and learns nothing about the
 * case; the case's team learns the place and nothing about the network. Possible while the legal
 * basis holds on which the data were added.
 */
@Service
public class PlacesToAvoid {
  private final JdbcClient db;
  private final Team team;
  private final Networks networks;
  private final ForInvestigation cases;
  private final ReportedPlaces zones;
  private final AuditLog audit;

  PlacesToAvoid(
      JdbcClient db,
      Teams teams,
      Networks networks,
      ForInvestigation cases,
      ReportedPlaces zones,
      AuditLog audit) {
    this.db = db;
    this.team = teams.of(NetworkTeam.TABLE);
    this.networks = networks;
    this.cases = cases;
    this.zones = zones;
    this.audit = audit;
  }

  /** An actor whose case data have a valid legal basis. */
  public record Person(UUID entry, String pseudonym) {}

  /** Persons for whom a place can be reported. */
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
   * The network's name of the place.
   *
   * @throws NotFound if there is no such place in a network of the user's team
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
   * Reports the place to the team of a person's case.
   *
   * @param kind code of {@code zone_kinds}
   * @throws NotFound if the place or the person does not exist, or the basis no longer holds
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
