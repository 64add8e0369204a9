package org.passerelle.prosecute.joint;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Joint teams; who is on them is read in {@link PartyRows}. */
@Component
class JointTeamRows {
  private static final String WORDS = "joint_team.words";
  private final JdbcClient db;
  private final Vault vault;
  private final PartyRows parties;
  private final AmendmentRows amendments;
  private final InvestigationRecord records;
  private final Identifiers identifiers;

  JointTeamRows(
      JdbcClient db,
      Vault vault,
      PartyRows parties,
      AmendmentRows amendments,
      InvestigationRecord records,
      Identifiers identifiers) {
    this.db = db;
    this.vault = vault;
    this.parties = parties;
    this.amendments = amendments;
    this.records = records;
    this.identifiers = identifiers;
  }

  /** Some teams, latest end first. */
  List<JointTeam> all(Collection<UUID> ids) {
    Map<UUID, List<JointTeam.Party>> signatories = parties.of(ids);
    Map<UUID, List<JointTeam.Amendment>> proposed = amendments.of(ids);
    return db.sql(
            """
            select * from joint_team where id = any(cast(:ids as uuid array))
             order by coalesce(ended_on, until_on) desc, at desc, id
            """)
        .param("ids", UuidArray.of(ids))
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              return new JointTeam(
                  id,
                  row.getString("basis"),
                  records.open(id, WORDS, row.getBytes("words"), JointTeam.Words.class),
                  row.getObject("from_on", LocalDate.class),
                  row.getObject("until_on", LocalDate.class),
                  row.getObject("ended_on", LocalDate.class),
                  row.getObject("founder", UUID.class),
                  Columns.instant(row, "at"),
                  signatories.getOrDefault(id, List.of()),
                  proposed.getOrDefault(id, List.of()));
            })
        .list();
  }

  Optional<JointTeam> find(UUID id) {
    return all(List.of(id)).stream().findFirst();
  }

  /** Teams to which some investigations are brought. */
  List<UUID> through(Collection<UUID> investigations) {
    return db.sql(
            """
            select distinct team from joint_party
             where state = 'signed' and investigation = any(cast(:ids as uuid array)) order by team
            """)
        .param("ids", UuidArray.of(investigations))
        .query(UUID.class)
        .list();
  }

  /** Teams to which an organisation is invited. */
  List<UUID> inviting(UUID organisation) {
    return db.sql(
            """
            select team from joint_party where state = 'invited' and organisation = :organisation order by team
            """)
        .param("organisation", organisation)
        .query(UUID.class)
        .list();
  }

  /** Lets others who change the team wait until the transaction ends; whether there is one. */
  boolean hold(UUID team) {
    return db.sql("select id from joint_team where id = :id for update")
        .param("id", team)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  /** Adds a team with its key. */
  UUID insert(JointTeam.Draft draft, Collection<UUID> organisations, SignedIn who) {
    UUID id = identifiers.next();
    vault.createKey(id, who.organisation());
    byte[] words = records.seal(id, WORDS, draft.words(), organisations);
    insert(id, draft, words, who.organisation(), who.user());
    return id;
  }

  /**
   * Adds a team that an organisation of another node proposes.
   *
   * @param here the organisation that is asked, below whose key the words are sealed
   */
  void arrived(UUID id, JointTeam.Draft draft, UUID founder, UUID here) {
    vault.createKey(id, here);
    insert(id, draft, records.sealAsItCame(id, WORDS, draft.words()), founder, null);
  }

  private void insert(
      UUID id, JointTeam.Draft draft, byte[] words, UUID founder, @Nullable UUID user) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("basis", draft.basis());
    row.put("words", words);
    row.put("from", draft.from());
    row.put("until", draft.until());
    row.put("founder", founder);
    row.put("at", records.now());
    row.put("user", user);
    db.sql(
            """
            insert into joint_team (id, basis, words, from_on, until_on, founder, at, by_user)
            values (:id, :basis, :words, :from, :until, :founder, :at, :user)
            """)
        .params(row)
        .update();
  }

  /** Signs for an organisation that is invited; returns whether it was. */
  boolean sign(UUID team, UUID investigation, SignedIn who) {
    return db.sql(
                """
                update joint_party set state = 'signed', investigation = :investigation, at = :at, by_user = :user
                 where team = :team and organisation = :organisation and state = 'invited'
                """)
            .param("investigation", investigation)
            .param("at", records.now())
            .param("user", who.user())
            .param("team", team)
            .param("organisation", who.organisation())
            .update()
        == 1;
  }

  /**
   * Enters that the reader's organisation declined or left; returns whether it could.
   *
   * @param from state before
   * @param to state after
   */
  boolean part(JointTeam team, String from, String to, String reason, SignedIn who) {
    Map<String, Object> row = new HashMap<>();
    row.put("team", team.id());
    row.put("organisation", who.organisation());
    row.put("from", from);
    row.put("to", to);
    row.put(
        "words",
        records.seal(
            team.id(), PartyRows.REASON, new JointTeam.Reason(reason), team.organisations()));
    row.put("at", records.now());
    row.put("user", who.user());
    return db.sql(
                """
                update joint_party set state = :to, words = :words, at = :at, by_user = :user
                 where team = :team and organisation = :organisation and state = :from
                """)
            .params(row)
            .update()
        == 1;
  }

  /** Names a colleague; naming them again changes nothing. */
  boolean join(UUID team, UUID colleague, SignedIn who) {
    return db.sql(
                """
                insert into joint_member (team, user_id, organisation, added_by, at)
                values (:team, :user, :organisation, :by, :at) on conflict do nothing
                """)
            .param("team", team)
            .param("user", colleague)
            .param("organisation", who.organisation())
            .param("by", who.user())
            .param("at", records.now())
            .update()
        == 1;
  }

  /** Takes a colleague off; returns whether they were on. */
  boolean leave(UUID team, UUID colleague, UUID organisation) {
    return db.sql(
                """
                delete from joint_member where team = :team and user_id = :user and organisation = :organisation
                """)
            .param("team", team)
            .param("user", colleague)
            .param("organisation", organisation)
            .update()
        == 1;
  }

  /** Ends it before its last day; returns whether it had not ended. */
  boolean end(UUID team, LocalDate on) {
    return db.sql("update joint_team set ended_on = :on where id = :id and ended_on is null")
            .param("on", on)
            .param("id", team)
            .update()
        == 1;
  }

  /** Moves its last day; returns whether it had not ended. */
  boolean extend(UUID team, LocalDate until) {
    return db.sql("update joint_team set until_on = :until where id = :id and ended_on is null")
            .param("until", until)
            .param("id", team)
            .update()
        == 1;
  }
}
