package org.passerelle.understand.network;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.passerelle.understand.team.Team;
import org.passerelle.understand.team.Teams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes of the team on a network, its actors and ties. */
@Service
public class Notes {
  private static final String PLACE = "network_note.content";
  private final JdbcClient db;
  private final Vault vault;
  private final Team team;
  private final Elements elements;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  Notes(
      JdbcClient db,
      Vault vault,
      Teams teams,
      Elements elements,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.team = teams.of(NetworkTeam.TABLE);
    this.elements = elements;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * A note.
   *
   * @param element the actor or tie, or null for the whole network
   */
  public record Note(UUID id, @Nullable UUID element, String content, Instant at, UUID by) {}

  /** Adds a note; a note on an actor from a case is erased with that case. */
  @Transactional
  public void write(UUID network, @Nullable UUID element, String content, SignedIn who) {
    team.needs(network, who);
    @Nullable UUID entry = element == null ? null : entry(network, element);
    UUID id = identifiers.next();
    db.sql(
            """
            insert into network_note (id, network, element, entry, content, at, by_user)
            values (:id, :network, :element, :entry, :content, :now, :user)
            """)
        .param("id", id)
        .param("network", network)
        .param("element", element)
        .param("entry", entry)
        .param("content", vault.seal(entry == null ? network : entry, PLACE, content))
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .update();
    audit.write(who, "network.note", "network", network, Map.of());
  }

  private @Nullable UUID entry(UUID network, UUID element) {
    NetworkState now = elements.now(network);
    return now.actor(element)
        .map(StoredActor::entry)
        .or(() -> now.tie(element).map(StoredTie::entry))
        .orElseGet(
            () -> {
              if (now.actor(element).isEmpty() && now.tie(element).isEmpty()) {
                throw new NotFound();
              }
              return null;
            });
  }

  /** All notes of a network, newest first. */
  @Transactional(readOnly = true)
  public List<Note> all(UUID network, SignedIn who) {
    team.needs(network, who);
    return db
        .sql(
            """
            select id, element, entry, content, at, by_user from network_note
             where network = :network order by at desc, id
            """)
        .param("network", network)
        .query(
            (row, i) -> {
              @Nullable UUID entry = row.getObject("entry", UUID.class);
              UUID key = entry == null ? network : entry;
              return new Note(
                  row.getObject("id", UUID.class),
                  row.getObject("element", UUID.class),
                  vault.holds(key) ? vault.open(key, PLACE, row.getBytes("content")) : "",
                  Columns.instant(row, "at"),
                  row.getObject("by_user", UUID.class));
            })
        .list()
        .stream()
        .filter(note -> !note.content().isEmpty())
        .toList();
  }
}
