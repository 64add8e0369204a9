package org.passerelle.prosecute.joint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Evaluations of joint teams; the caller holds the team when it writes. */
@Component
class EvaluationRows {
  private static final String WORDS = "joint_evaluation.words";
  private final JdbcClient db;
  private final InvestigationRecord records;

  EvaluationRows(JdbcClient db, InvestigationRecord records) {
    this.db = db;
    this.records = records;
  }

  List<JointEvaluation> of(UUID team) {
    return db.sql("select * from joint_evaluation where team = :team order by at, organisation")
        .param("team", team)
        .query(
            (row, i) ->
                new JointEvaluation(
                    row.getObject("organisation", UUID.class),
                    records.open(team, WORDS, row.getBytes("words"), JointEvaluation.Words.class),
                    results(row),
                    row.getInt("version"),
                    Columns.instant(row, "at"),
                    row.getObject("by_user", UUID.class)))
        .list();
  }

  private static Map<String, Integer> results(ResultSet row) throws SQLException {
    Map<String, Integer> results = new HashMap<>();
    for (String code : JointEvaluation.RESULTS) {
      results.put(code, row.getInt(code));
    }
    return results;
  }

  /** Those of some teams that an organisation has evaluated. */
  Set<UUID> evaluated(Collection<UUID> teams, UUID organisation) {
    return new HashSet<>(
        db.sql(
                """
                select team from joint_evaluation
                 where organisation = :organisation and team = any(cast(:ids as uuid array))
                """)
            .param("organisation", organisation)
            .param("ids", UuidArray.of(teams))
            .query(UUID.class)
            .list());
  }

  /** Stores that of the reader's organisation; returns whether nobody saved in between. */
  boolean save(JointTeam team, JointEvaluation.Draft draft, int version, SignedIn who) {
    Map<String, Object> row = new HashMap<>(draft.results());
    row.put("team", team.id());
    row.put("organisation", who.organisation());
    row.put("words", records.seal(team.id(), WORDS, draft.words(), team.organisations()));
    row.put("version", version);
    row.put("at", records.now());
    row.put("user", who.user());
    return version == 0 ? insert(row) : change(row);
  }

  /**
   * Keeps what an organisation of another node says; returns whether it is newer than what is here.
   */
  boolean arrived(UUID team, UUID organisation, JointMessages.Evaluated said) {
    Map<String, @Nullable Object> row = new HashMap<>(said.results());
    JointEvaluation.Words words = new JointEvaluation.Words(said.worked(), said.obstacles());
    row.put("team", team);
    row.put("organisation", organisation);
    row.put("words", records.sealAsItCame(team, WORDS, words));
    row.put("version", said.version());
    row.put("at", records.now());
    int newer =
        db.sql(
                """
                update joint_evaluation set words = :words, searches = :searches, arrests = :arrests,
                       charged = :charged, convicted = :convicted, spared = :spared, version = :version, at = :at
                 where team = :team and organisation = :organisation and version < :version
                """)
            .params(row)
            .update();
    return newer == 1
        || db.sql(
                    """
                    insert into joint_evaluation
                      (team, organisation, words, searches, arrests, charged, convicted, spared, version, at)
                    values
                      (:team, :organisation, :words, :searches, :arrests, :charged, :convicted, :spared, :version,
                       :at)
                    on conflict do nothing
                    """)
                .params(row)
                .update()
            == 1;
  }

  private boolean insert(Map<String, Object> row) {
    return db.sql(
                """
                insert into joint_evaluation
                  (team, organisation, words, searches, arrests, charged, convicted, spared, version, at, by_user)
                values
                  (:team, :organisation, :words, :searches, :arrests, :charged, :convicted, :spared, 1, :at, :user)
                    on conflict do nothing
                """)
            .params(row)
            .update()
        == 1;
  }

  private boolean change(Map<String, Object> row) {
    return db.sql(
                """
                update joint_evaluation set words = :words, searches = :searches, arrests = :arrests,
                       charged = :charged, convicted = :convicted, spared = :spared, version = version + 1,
                       at = :at, by_user = :user
                 where team = :team and organisation = :organisation and version = :version
                """)
            .params(row)
            .update()
        == 1;
  }
}
