package org.passerelle.prosecute.suspect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.victim.Victims;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of suspects. Each has a key of its own, so that one can be erased alone. */
@Component
class SuspectRows {
  private static final String IDENTITY = "suspect.identity";
  private static final String FLAG = "suspect.flag_words";
  private final JdbcClient db;
  private final InvestigationRecord records;
  private final Victims victims;

  SuspectRows(JdbcClient db, InvestigationRecord records, Victims victims) {
    this.db = db;
    this.records = records;
    this.victims = victims;
  }

  /** Where a suspect comes from: a victim's entry, or an actor of a network. */
  record Origin(@Nullable UUID fromVictim, @Nullable UUID network, @Nullable UUID actor) {
    static final Origin HERE = new Origin(null, null, null);
  }

  /** Those of an investigation as the reader may see them; the caller has checked access. */
  List<Suspect> shown(UUID investigation, SignedIn who) {
    return shown(
        investigation,
        db.sql("select * from suspect where investigation = :id order by number")
            .param("id", investigation)
            .query((row, i) -> suspect(row))
            .list(),
        who);
  }

  /** One as the reader may see them; the caller has checked access. */
  Optional<Suspect> shown(UUID investigation, UUID id, SignedIn who) {
    return find(investigation, id).map(one -> shown(investigation, List.of(one), who).get(0));
  }

  /** Whoever a case named is shown only while the basis of that case holds. */
  private List<Suspect> shown(UUID investigation, List<Suspect> all, SignedIn who) {
    if (all.stream().allMatch(one -> one.fromVictim() == null || one.identity() == null)) {
      return all;
    }
    Set<UUID> blocked = victims.blocked(investigation, who);
    return all.stream()
        .map(
            one ->
                one.identity() != null
                        && one.fromVictim() != null
                        && blocked.contains(one.fromVictim())
                    ? one.hidden()
                    : one)
        .toList();
  }

  /** Lets an erasure wait; returns whether there is still somebody to be recognised. */
  boolean hold(UUID id) {
    return db.sql("select id from suspect where id = :id and identity is not null for update")
        .param("id", id)
        .query(UUID.class)
        .optional()
        .isPresent();
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

  /** Actors of networks that were taken before. */
  Set<UUID> actors(UUID investigation) {
    return Set.copyOf(
        db.sql("select distinct actor from suspect where investigation = :id and actor is not null")
            .param("id", investigation)
            .query(UUID.class)
            .list());
  }

  /** Suspects who were taken from a network, with their actor. */
  Map<UUID, UUID> actors(UUID investigation, UUID network) {
    Map<UUID, UUID> actors = new HashMap<>();
    db.sql(
            """
            select id, actor from suspect
             where investigation = :id and network = :network and actor is not null
            """)
        .param("id", investigation)
        .param("network", network)
        .query(
            row -> {
              actors.put(row.getObject("id", UUID.class), row.getObject("actor", UUID.class));
            });
    return actors;
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

  /** Lets a state follow another; one that stands otherwise stays. */
  void follow(UUID id, String before, String state) {
    db.sql(
            """
            update suspect set state = :state, version = version + 1
             where id = :id and state = :before
            """)
        .param("state", state)
        .param("id", id)
        .param("before", before)
        .update();
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
        false,
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
