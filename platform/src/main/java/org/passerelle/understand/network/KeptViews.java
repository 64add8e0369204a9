package org.passerelle.understand.network;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.SealedJson;
import org.passerelle.understand.team.Team;
import org.passerelle.understand.team.Teams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saved views of a network, shared by its team. */
@Service
public class KeptViews {
  private static final String PLACE = "network_view.content";
  private final JdbcClient db;
  private final SealedJson json;
  private final Team team;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  KeptViews(
      JdbcClient db,
      SealedJson json,
      Teams teams,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.json = json;
    this.team = teams.of(NetworkTeam.TABLE);
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * A view.
   *
   * @param query query string of the address
   */
  public record View(UUID id, String name, String query) {}

  record Content(String name, String query) {}

  /** Saves a view. */
  @Transactional
  public void keep(UUID network, String name, String query, SignedIn who) {
    team.needs(network, who);
    UUID id = identifiers.next();
    db.sql(
            """
            insert into network_view (id, network, content, at, by_user)
            values (:id, :network, :content, :now, :user)
            """)
        .param("id", id)
        .param("network", network)
        .param("content", json.seal(network, PLACE, new Content(name, query)))
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .update();
    audit.write(who, "network.view", "network", network, Map.of());
  }

  /** Deletes a view. */
  @Transactional
  public void forget(UUID network, UUID view, SignedIn who) {
    team.needs(network, who);
    if (db.sql("delete from network_view where id = :id and network = :network")
            .param("id", view)
            .param("network", network)
            .update()
        == 0) {
      throw new NotFound();
    }
  }

  /** All views of a network, oldest first. */
  @Transactional(readOnly = true)
  public List<View> all(UUID network, SignedIn who) {
    team.needs(network, who);
    return db.sql("select id, content from network_view where network = :id order by at, id")
        .param("id", network)
        .query(
            (row, i) -> {
              Content content = json.open(network, PLACE, row.getBytes("content"), Content.class);
              return new View(row.getObject("id", UUID.class), content.name, content.query);
            })
        .list();
  }
}
