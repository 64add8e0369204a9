package org.passerelle.prosecute.joint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which exhibits are shared with which teams. */
@Component
class ShareRows {
  private final JdbcClient db;
  private final JointTeamRows teams;
  private final InvestigationRecord records;

  ShareRows(JdbcClient db, JointTeamRows teams, InvestigationRecord records) {
    this.db = db;
    this.teams = teams;
    this.records = records;
  }

  /** An exhibit that an organisation shares. */
  record Share(UUID team, UUID exhibit, UUID organisation) {}

  /** Those of a team. */
  List<Share> of(UUID team) {
    return db.sql("select * from joint_exhibit where team = :id and ended_at is null order by at")
        .param("id", team)
        .query(
            (row, i) ->
                new Share(
                    team,
                    row.getObject("exhibit", UUID.class),
                    row.getObject("organisation", UUID.class)))
        .list();
  }

  /** Whether an exhibit is shared with a team. */
  boolean has(UUID team, UUID exhibit) {
    return of(team).stream().anyMatch(one -> one.exhibit.equals(exhibit));
  }

  /** Whether an exhibit of this node is, or was, shared with a team. */
  boolean wasShared(UUID team, UUID exhibit) {
    return db.sql("select count(*) from joint_exhibit where team = :team and exhibit = :exhibit")
            .param("team", team)
            .param("exhibit", exhibit)
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * A team that reads an exhibit, or did until it was over.
   *
   * @param organisation that shares it
   * @param over whether it reads it no more
   */
  record Reading(JointTeam team, UUID organisation, boolean over) {}

  /** Teams that read an exhibit now: they go on, and both sides are on them. */
  List<Reading> reading(UUID exhibit) {
    return told(exhibit).stream().filter(one -> !one.over).toList();
  }

  /** Teams with which an exhibit is or was shared to their end. */
  List<Reading> told(UUID exhibit) {
    return db
        .sql("select * from joint_exhibit where exhibit = :id and ended_at is null order by at")
        .param("id", exhibit)
        .query(
            (row, i) ->
                new Share(
                    row.getObject("team", UUID.class),
                    exhibit,
                    row.getObject("organisation", UUID.class)))
        .list()
        .stream()
        .flatMap(share -> teams.find(share.team).map(team -> reading(team, share)).stream())
        .toList();
  }

  private Reading reading(JointTeam team, Share share) {
    boolean reads = team.shares(share.organisation, records.now().toInstant());
    return new Reading(team, share.organisation, !reads);
  }

  /** Shares an exhibit, also one that was shared before; returns whether it was not shared. */
  boolean share(UUID team, UUID exhibit, SignedIn who) {
    Map<String, Object> row = new HashMap<>();
    row.put("team", team);
    row.put("exhibit", exhibit);
    row.put("organisation", who.organisation());
    row.put("at", records.now());
    row.put("user", who.user());
    int again =
        db.sql(
                """
                update joint_exhibit set ended_at = null, ended_by = null, at = :at, by_user = :user
                 where team = :team and exhibit = :exhibit and ended_at is not null
                """)
            .params(row)
            .update();
    return again == 1
        || db.sql(
                    """
                    insert into joint_exhibit (team, exhibit, organisation, at, by_user)
                    values (:team, :exhibit, :organisation, :at, :user) on conflict do nothing
                    """)
                .params(row)
                .update()
            == 1;
  }

  /** Ends what the reader's organisation shares; returns whether it was shared. */
  boolean end(UUID team, UUID exhibit, SignedIn who) {
    return db.sql(
                """
                update joint_exhibit set ended_at = :at, ended_by = :user
                 where team = :team and exhibit = :exhibit and organisation = :organisation and ended_at is null
                """)
            .param("at", records.now())
            .param("user", who.user())
            .param("team", team)
            .param("exhibit", exhibit)
            .param("organisation", who.organisation())
            .update()
        == 1;
  }

  /** Counts that the other node is told of an exhibit; returns how often it was. */
  int tell(UUID team, UUID exhibit) {
    db.sql("update joint_exhibit set told = told + 1 where team = :team and exhibit = :exhibit")
        .param("team", team)
        .param("exhibit", exhibit)
        .update();
    return db.sql("select told from joint_exhibit where team = :team and exhibit = :exhibit")
        .param("team", team)
        .param("exhibit", exhibit)
        .query(Integer.class)
        .single();
  }
}
