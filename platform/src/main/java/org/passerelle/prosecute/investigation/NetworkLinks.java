package org.passerelle.prosecute.investigation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.refusal.NotFound;
import org.passerelle.understand.network.Networks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Networks that an investigation is about. A link opens nothing: whoever is not on the team of a
 * network reads that there is one, and no title.
 */
@Service
public class NetworkLinks {
  private final JdbcClient db;
  private final Networks networks;
  private final InvestigationSight sight;
  private final InvestigationRecord records;

  NetworkLinks(
      JdbcClient db, Networks networks, InvestigationSight sight, InvestigationRecord records) {
    this.db = db;
    this.networks = networks;
    this.sight = sight;
    this.records = records;
  }

  /**
   * A linked network.
   *
   * @param seen the network; null if the reader is not on its team
   */
  public record Link(UUID network, Networks.@Nullable Line seen) {}

  /** Linked networks, first linked first. */
  @Transactional(readOnly = true)
  public List<Link> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    List<UUID> linked =
        db.sql(
                """
                select network from investigation_network where investigation = :id order by at, network
                """)
            .param("id", investigation)
            .query(UUID.class)
            .list();
    Map<UUID, Networks.Line> seen =
        networks.some(linked, who).stream()
            .collect(Collectors.toUnmodifiableMap(Networks.Line::id, line -> line));
    return linked.stream().map(network -> new Link(network, seen.get(network))).toList();
  }

  /** Networks of the reader that are not linked. */
  @Transactional(readOnly = true)
  public List<Networks.Line> addable(UUID investigation, SignedIn who) {
    List<UUID> linked = of(investigation, who).stream().map(Link::network).toList();
    return networks.all(who).stream().filter(line -> !linked.contains(line.id())).toList();
  }

  int count(UUID investigation) {
    return db.sql("select count(*) from investigation_network where investigation = :id")
        .param("id", investigation)
        .query(Integer.class)
        .single();
  }

  /**
   * Links a network; repeating it changes nothing.
   *
   * @throws NotFound if the user is not on its team
   */
  @Transactional
  public void link(UUID investigation, UUID network, SignedIn who) {
    sight.checkOpen(investigation, who);
    if (!networks.seen(List.of(network), who).contains(network)) {
      throw new NotFound();
    }
    int linked =
        db.sql(
                """
                insert into investigation_network (investigation, network, at, by_user)
                values (:investigation, :network, :at, :user) on conflict do nothing
                """)
            .param("investigation", investigation)
            .param("network", network)
            .param("at", records.now())
            .param("user", who.user())
            .update();
    if (linked == 1) {
      records.write(investigation, "investigation.network", "", network, Map.of(), who);
    }
  }

  /** Ends a link; repeating it changes nothing. */
  @Transactional
  public void unlink(UUID investigation, UUID network, SignedIn who) {
    sight.checkOpen(investigation, who);
    int ended =
        db.sql(
                """
                delete from investigation_network where investigation = :investigation and network = :network
                """)
            .param("investigation", investigation)
            .param("network", network)
            .update();
    if (ended == 1) {
      records.write(investigation, "investigation.network-off", "", network, Map.of(), who);
    }
  }
}
