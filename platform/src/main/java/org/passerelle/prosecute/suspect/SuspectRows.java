package org.passerelle.prosecute.suspect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of suspects. Each has a key of its own, so that one can be erased alone. */
@Component
class SuspectRows {
  private static final String IDENTITY = "suspect.identity";
  private static final String FLAG = "suspect.flag_words";
  private final JdbcClient db;
  private final InvestigationRecord records;

  SuspectRows(JdbcClient db, InvestigationRecord records) {
    this.db = db;
    this.records = records;
  }

  /** Where a suspect comes from: a victim's entry, or an actor of a network. */
  record Origin(@Nullable UUID fromVictim, @Nullable UUID network, @Nullable UUID actor) {
    static final Origin HERE = new Origin(null, null, null);
  }

  List<Suspect> of(UUID investigation) {
    return db.sql("select * from suspect where investigation = :id order by number")
        .param("id", investigation)
        .query((row, i) -> suspect(row))
        .list();
  }

  Optional<Suspect> find(UUID investigation, UUID id) {
    return db.sql("select * from suspect where id = :id and investigation = :investigation")
        .param("id", id)
        .param("investigation", investigation)
        .query((row, i) -> suspect(row))
        .optional();
  }

  int count(UUID investigation) {
    return db.sql("select count(*) from suspect where investigation = :id")
        .param("id", investigation)
        .query(Integer.class)
        .single();
  }

  /** Whether an actor of a network was taken before. */
  boolean has(UUID investigation, UUID actor) {
    return db.sql(
                "select count(*) from suspect where investigation = :investigation and actor = :actor")
            .param("investigation", investigation)
            .param("actor", actor)
            .query(Integer.class)
            .single()
        > 0;
  }

  void insert(
      UUID investigation, UUID id, int number, Suspect.Draft draft, Origin from, SignedIn who) {
    Map<String, @Nullable Object> row = row(id, draft, who);
    row.put("investigation", investigation);
    row.put("number", number);
    row.put("from", from.fromVictim);
    row.put("network", from.network);
    row.put("actor", from.actor);
    row.put("at", records.now());
    row.put("user", who.user());
    db.sql(
            """
            insert into suspect
              (id, investigation, number, nature, state, identity, from_victim, victim, flag, network, actor,
               sex, citizenship, born_from, born_to, minor, version, at, by_user)
            values
              (:id, :investigation, :number, :nature, :state, :identity, :from, :victim, 'none', :network, :actor,
               :sex, :citizenship, :bornFrom, :bornTo, :minor, 1, :at, :user)
            """)
        .params(row)
        .update();
  }

  /** Returns whether nobody saved in between. */
  boolean change(UUID id, Suspect.Draft draft, int version, SignedIn who) {
    Map<String, @Nullable Object> row = row(id, draft, who);
    row.put("version", version);
    return db.sql(
                """
                update suspect set nature = :nature, state = :state, identity = :identity, victim = :victim,
                       sex = :sex, citizenship = :citizenship, born_from = :bornFrom, born_to = :bornTo,
                       minor = :minor, version = version + 1
                 where id = :id and version = :version and identity is not null
                """)
            .params(row)
            .update()
        == 1;
  }

  private Map<String, @Nullable Object> row(UUID id, Suspect.Draft draft, SignedIn who) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("nature", draft.nature());
    row.put("state", draft.state());
    row.put("identity", records.seal(id, IDENTITY, draft.identity(), who));
    row.put("victim", draft.victim());
    row.put("sex", draft.coded().sex());
    row.put("citizenship", draft.coded().citizenship());
    row.put("bornFrom", draft.coded().bornFrom());
    row.put("bornTo", draft.coded().bornTo());
    row.put("minor", draft.coded().minor());
    return row;
  }

  /** Returns whether it changed. */
  boolean state(UUID id, String state) {
    return db.sql(
                "update suspect set state = :state, version = version + 1 where id = :id and state <> :state")
            .param("state", state)
            .param("id", id)
            .update()
        == 1;
  }

  void flag(UUID investigation, UUID id, Suspect.Flag flag, SignedIn who) {
    int changed =
        db.sql(
                """
                update suspect set flag = :flag, flag_words = :words, version = version + 1 where id = :id
                """)
            .param("flag", flag.state())
            .param("words", records.seal(investigation, FLAG, flag, who))
            .param("id", id)
            .update();
    if (changed == 0) {
      throw new IllegalStateException("Suspect %s is gone.".formatted(id));
    }
  }

  /** Removes who it is; number, state and codes stay. Returns whether somebody was there. */
  boolean erase(UUID id) {
    return db.sql(
                """
                update suspect set identity = null, victim = null, network = null, actor = null,
                       version = version + 1
                 where id = :id and identity is not null
                """)
            .param("id", id)
            .update()
        == 1;
  }

  /** Suspects that a victim's entry named. */
  List<UUID> named(UUID victim) {
    return db.sql("select id from suspect where from_victim = :victim")
        .param("victim", victim)
        .query(UUID.class)
        .list();
  }

  private Suspect suspect(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte[] identity = row.getBytes("identity");
    byte[] words = row.getBytes("flag_words");
    return new Suspect(
        id,
        row.getInt("number"),
        row.getString("nature"),
        row.getString("state"),
        identity == null ? null : records.open(id, IDENTITY, identity, Suspect.Identity.class),
        row.getObject("from_victim", UUID.class),
        row.getObject("victim", UUID.class),
        words == null
            ? Suspect.Flag.NONE
            : records.open(
                row.getObject("investigation", UUID.class), FLAG, words, Suspect.Flag.class),
        new Suspect.Coded(
            row.getString("sex"),
            row.getString("citizenship"),
            row.getObject("born_from", Integer.class),
            row.getObject("born_to", Integer.class),
            row.getObject("minor", Boolean.class)),
        row.getInt("version"));
  }
}
