package org.passerelle.understand.network;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.network.ActorKind;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.passerelle.understand.team.Team;
import org.passerelle.understand.team.Teams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What words for kinds of actors meant in the files imported into a network. */
@Service
public class KindMemory {
  private static final String PLACE = "network_kinds.content";
  private final JdbcClient db;
  private final SealedJson json;
  private final Team team;
  private final Clock clock;

  KindMemory(JdbcClient db, SealedJson json, Teams teams, Clock clock) {
    this.db = db;
    this.json = json;
    this.team = teams.of(NetworkTeam.TABLE);
    this.clock = clock;
  }

  record Kept(Map<String, String> kinds) {}

  /** The kinds by word, as they were last mapped. */
  @Transactional(readOnly = true)
  public Map<String, ActorKind> of(UUID network, SignedIn who) {
    team.needs(network, who);
    Map<String, ActorKind> kinds = new HashMap<>();
    kept(network)
        .forEach((word, code) -> ActorKind.of(code).ifPresent(kind -> kinds.put(word, kind)));
    return kinds;
  }

  /** Keeps what was mapped now beside what was mapped before. */
  @Transactional
  public void keep(UUID network, Map<String, ActorKind> kinds, SignedIn who) {
    team.needs(network, who);
    Map<String, String> all = kept(network);
    kinds.forEach((word, kind) -> all.put(word, kind.code()));
    byte[] content = json.seal(network, PLACE, new Kept(all));
    int changed =
        db.sql("update network_kinds set content = :content, at = :now where network = :id")
            .param("content", content)
            .param("now", Columns.now(clock))
            .param("id", network)
            .update();
    if (changed == 0) {
      db.sql(
              """
              insert into network_kinds (network, content, at) values (:id, :content, :now)
              on conflict do nothing
              """)
          .param("id", network)
          .param("content", content)
          .param("now", Columns.now(clock))
          .update();
    }
  }

  private Map<String, String> kept(UUID network) {
    return db.sql("select content from network_kinds where network = :id")
        .param("id", network)
        .query((row, i) -> json.open(network, PLACE, row.getBytes(1), Kept.class).kinds)
        .optional()
        .map(HashMap::new)
        .orElseGet(HashMap::new);
  }
}
