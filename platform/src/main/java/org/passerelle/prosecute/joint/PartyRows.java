package org.passerelle.prosecute.joint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Organisations of joint teams, with whom they named. */
@Component
class PartyRows {
  /** Where it is sealed why an organisation declined or left. */
  static final String REASON = "joint_party.words";

  private final JdbcClient db;
  private final InvestigationRecord records;

  PartyRows(JdbcClient db, InvestigationRecord records) {
    this.db = db;
    this.records = records;
  }

  /** Those of some teams, who proposed the team first, then who came first. */
  Map<UUID, List<JointTeam.Party>> of(Collection<UUID> teams) {
    Map<UUID, Map<UUID, Set<UUID>>> members = members(teams);
    Map<UUID, List<JointTeam.Party>> parties = new HashMap<>();
    db.sql(
            """
            select p.* from joint_party p join joint_team t on t.id = p.team
             where p.team = any(cast(:ids as uuid array))
             order by case when p.organisation = t.founder then 0 else 1 end, p.at, p.organisation
            """)
        .param("ids", UuidArray.of(teams))
        .query(
            row -> {
              UUID team = row.getObject("team", UUID.class);
              parties
                  .computeIfAbsent(team, t -> new ArrayList<>())
                  .add(party(team, members.getOrDefault(team, Map.of()), row));
            });
    return parties;
  }

  private JointTeam.Party party(UUID team, Map<UUID, Set<UUID>> members, ResultSet row)
      throws SQLException {
    UUID organisation = row.getObject("organisation", UUID.class);
    byte[] words = row.getBytes("words");
    return new JointTeam.Party(
        organisation,
        row.getBoolean("far"),
        row.getString("state"),
        row.getObject("investigation", UUID.class),
        Objects.requireNonNullElse(row.getString("number"), ""),
        words == null ? "" : records.open(team, REASON, words, JointTeam.Reason.class).reason(),
        Columns.instant(row, "at"),
        members.getOrDefault(organisation, Set.of()));
  }

  private Map<UUID, Map<UUID, Set<UUID>>> members(Collection<UUID> teams) {
    Map<UUID, Map<UUID, Set<UUID>>> members = new HashMap<>();
    db.sql(
            """
            select team, organisation, user_id from joint_member where team = any(cast(:ids as uuid array))
            """)
        .param("ids", UuidArray.of(teams))
        .query(
            row -> {
              members
                  .computeIfAbsent(row.getObject("team", UUID.class), t -> new HashMap<>())
                  .computeIfAbsent(row.getObject("organisation", UUID.class), o -> new HashSet<>())
                  .add(row.getObject("user_id", UUID.class));
            });
    return members;
  }

  /**
   * Enters an organisation.
   *
   * @param investigation which it brings, if it is of this node and has signed
   * @param number of the investigation on another node, or null
   * @param user who enters it, or null if it came from there
   */
  void enter(
      UUID team,
      JointTeam.Seat seat,
      @Nullable UUID investigation,
      @Nullable String number,
      @Nullable UUID user) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("team", team);
    row.put("organisation", seat.organisation());
    row.put("far", seat.far());
    row.put("state", investigation == null && number == null ? "invited" : "signed");
    row.put("investigation", investigation);
    row.put("number", number);
    row.put("at", records.now());
    row.put("user", user);
    db.sql(
            """
            insert into joint_party (team, organisation, far, state, investigation, number, at, by_user)
            values (:team, :organisation, :far, :state, :investigation, :number, :at, :user)
            """)
        .params(row)
        .update();
  }

  /** Keeps by which message an organisation of another node was asked. */
  boolean asked(UUID team, UUID organisation, UUID message) {
    return db.sql(
                """
                update joint_party set message = :message
                 where team = :team and organisation = :organisation and state = 'invited'
                """)
            .param("message", message)
            .param("team", team)
            .param("organisation", organisation)
            .update()
        == 1;
  }

  /** Says that a proposal did not arrive; returns whether anybody was asked by it. */
  boolean unreached(UUID message) {
    return db.sql(
                """
                update joint_party set state = 'unreached', at = :at where message = :message and state = 'invited'
                """)
            .param("at", records.now())
            .param("message", message)
            .update()
        > 0;
  }

  /**
   * Enters what an organisation of another node answered; returns whether it stood so before.
   *
   * @param number of the investigation that it brings, or null
   * @param words sealed reason, or null
   */
  boolean answered(
      UUID team,
      UUID organisation,
      String from,
      String to,
      @Nullable String number,
      byte @Nullable [] words) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("team", team);
    row.put("organisation", organisation);
    row.put("from", from);
    row.put("to", to);
    row.put("number", number);
    row.put("words", words);
    row.put("at", records.now());
    return db.sql(
                """
                update joint_party set state = :to, number = coalesce(:number, number), words = :words, at = :at
                 where team = :team and organisation = :organisation and far and state = :from
                """)
            .params(row)
            .update()
        == 1;
  }

  /** Asks an organisation again that declined; returns whether it had. */
  boolean askAgain(UUID team, UUID organisation, SignedIn who) {
    return db.sql(
                """
                update joint_party set state = 'invited', words = null, at = :at, by_user = :user
                 where team = :team and organisation = :organisation and state = 'declined'
                """)
            .param("at", records.now())
            .param("user", who.user())
            .param("team", team)
            .param("organisation", organisation)
            .update()
        == 1;
  }
}
