package org.passerelle.prosecute.joint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
        row.getString("state"),
        row.getObject("investigation", UUID.class),
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
