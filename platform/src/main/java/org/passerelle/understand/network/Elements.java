package org.passerelle.understand.network;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versioned rows of actors and ties: the current state and earlier ones. */
@Component
class Elements {
  private static final String PLACE = "network_element.content";
  private final JdbcClient db;
  private final NamedParameterJdbcOperations rows;
  private final SealedJson json;
  private final Clock clock;

  Elements(JdbcClient db, NamedParameterJdbcOperations rows, SealedJson json, Clock clock) {
    this.db = db;
    this.rows = rows;
    this.json = json;
    this.clock = clock;
  }

  /**
   * A new state of an actor or tie.
   *
   * @param entry the case entry it came from, or null
   * @param state an {@link ActorState}, a {@link TieState}, or null if it is removed
   */
  record New(UUID id, boolean actor, @Nullable UUID entry, @Nullable Object state) {}

  /** The current state; data of erased cases are gone. */
  NetworkState now(UUID network) {
    List<StoredActor> actors = new ArrayList<>();
    List<StoredTie> ties = new ArrayList<>();
    db.sql(
            """
            select id, side, entry, content from network_element
             where network = :network and ended is null and content is not null order by since, id
            """)
        .param("network", network)
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              @Nullable UUID entry = row.getObject("entry", UUID.class);
              UUID key = entry == null ? network : entry;
              byte[] content = row.getBytes("content");
              try {
                if (row.getString("side").equals("actor")) {
                  actors.add(
                      new StoredActor(id, entry, json.open(key, PLACE, content, ActorState.class)));
                } else {
                  ties.add(
                      new StoredTie(id, entry, json.open(key, PLACE, content, TieState.class)));
                }
              } catch (Vault.KeyDestroyed erased) {
                // it was deleted with its case
              }
            });
    return new NetworkState(version(network), actors, ties);
  }

  int version(UUID network) {
    return db.sql("select changes from network where id = :network")
        .param("network", network)
        .query(Integer.class)
        .single();
  }

  /**
   * Stores all these states as one change.
   *
   * @return its number
   */
  int change(UUID network, String kind, List<New> states, SignedIn who) {
    return change(network, kind, states, null, who);
  }

  private int change(
      UUID network, String kind, List<New> states, @Nullable Integer undoes, SignedIn who) {
    int number = next(network);
    enter(network, kind, number, states.size(), undoes, who);
    List<MapSqlParameterSource> ended = new ArrayList<>();
    List<MapSqlParameterSource> entered = new ArrayList<>();
    for (New state : states) {
      ended.add(new MapSqlParameterSource(Map.of("id", state.id, "number", number)));
      Object content = state.state;
      UUID key = state.entry == null ? network : state.entry;
      entered.add(
          new MapSqlParameterSource()
              .addValue("id", state.id)
              .addValue("network", network)
              .addValue("side", state.actor ? "actor" : "tie")
              .addValue("number", number)
              .addValue("entry", state.entry)
              .addValue("content", content == null ? null : json.seal(key, PLACE, content)));
    }
    rows.batchUpdate(
        "update network_element set ended = :number where id = :id and ended is null",
        ended.toArray(MapSqlParameterSource[]::new));
    rows.batchUpdate(
        """
        insert into network_element (id, network, side, since, entry, content)
        values (:id, :network, :side, :number, :entry, :content)
        """,
        entered.toArray(MapSqlParameterSource[]::new));
    return number;
  }

  /** Waits for concurrent changes of the network, and assigns the next number. */
  private int next(UUID network) {
    db.sql("update network set changes = changes + 1, changed_at = :now where id = :network")
        .param("now", Columns.now(clock))
        .param("network", network)
        .update();
    return version(network);
  }

  private void enter(
      UUID network, String kind, int number, int elements, @Nullable Integer undoes, SignedIn who) {
    db.sql(
            """
            insert into network_change (network, number, kind, elements, undoes, at, by_user)
            values (:network, :number, :kind, :elements, :undoes, :now, :user)
            """)
        .param("network", network)
        .param("number", number)
        .param("kind", kind)
        .param("elements", elements)
        .param("undoes", undoes)
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .update();
  }

  /** Restores the state before a change. */
  int undo(UUID network, int undone, String kind, SignedIn who) {
    List<New> before = new ArrayList<>();
    Map<UUID, Row> states = new HashMap<>();
    db.sql(
            """
            select e.id, e.side, e.entry, p.content from network_element e
              left join network_element p on p.id = e.id and p.ended = e.since
             where e.network = :network and e.since = :number
            """)
        .param("network", network)
        .param("number", undone)
        .query(
            row -> {
              states.put(
                  row.getObject("id", UUID.class),
                  new Row(
                      row.getString("side").equals("actor"),
                      row.getObject("entry", UUID.class),
                      row.getBytes("content")));
            });
    states.forEach(
        (id, row) -> before.add(new New(id, row.actor, row.entry, opened(network, row))));
    return change(network, kind, before, undone, who);
  }

  private record Row(boolean actor, @Nullable UUID entry, byte @Nullable [] content) {}

  private @Nullable Object opened(UUID network, Row row) {
    if (row.content == null) {
      return null;
    }
    UUID key = row.entry == null ? network : row.entry;
    try {
      return row.actor
          ? json.open(key, PLACE, row.content, ActorState.class)
          : json.open(key, PLACE, row.content, TieState.class);
    } catch (Vault.KeyDestroyed erased) {
      return null;
    }
  }
}
