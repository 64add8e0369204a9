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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Steps of plans. */
@Component
class PlanStepRows {
  private static final String WORDS = "joint_step.words";
  private final JdbcClient db;
  private final InvestigationRecord records;
  private final Identifiers identifiers;

  PlanStepRows(JdbcClient db, InvestigationRecord records, Identifiers identifiers) {
    this.db = db;
    this.records = records;
    this.identifiers = identifiers;
  }

  /** Those still to be done first, by day. */
  List<JointStep> of(UUID team) {
    return db.sql(
            """
            select * from joint_step where team = :team
             order by case when state in ('open', 'under_way') then 0 else 1 end, due_on, number limit 500
            """)
        .param("team", team)
        .query(
            (row, i) ->
                new JointStep(
                    row.getObject("id", UUID.class),
                    row.getInt("number"),
                    row.getObject("organisation", UUID.class),
                    row.getObject("due_on", LocalDate.class),
                    row.getString("state"),
                    records.open(team, WORDS, row.getBytes("words"), JointStep.Words.class),
                    row.getInt("version"),
                    Columns.instant(row, "changed_at"),
                    row.getObject("changed_by", UUID.class)))
        .list();
  }

  /** A step that an organisation has to do, without its words. */
  record Due(UUID team, UUID step, LocalDate day) {}

  /** What an organisation has to do in some teams until a day, earliest first. */
  List<Due> due(Collection<UUID> teams, UUID organisation, LocalDate until) {
    return db.sql(
            """
            select id, team, due_on from joint_step
             where team = any(cast(:ids as uuid array)) and organisation = :organisation
               and state in ('open', 'under_way') and due_on <= :until
             order by due_on, number limit 200
            """)
        .param("ids", UuidArray.of(teams))
        .param("organisation", organisation)
        .param("until", until)
        .query(
            (row, i) ->
                new Due(
                    row.getObject("team", UUID.class),
                    row.getObject("id", UUID.class),
                    row.getObject("due_on", LocalDate.class)))
        .list();
  }

  /**
   * The next number: one after the other, or between two nodes odd ones where the team was proposed
   * and even ones at the other, so that none stands for two steps.
   */
  private int next(JointTeam team, UUID organisation) {
    int most =
        db.sql(
                """
                select coalesce(max(number), 0) from joint_step where team = :team and (:all or mod(number, 2) = :own)
                """)
            .param("team", team.id())
            .param("all", team.far().isEmpty())
            .param("own", parity(team, organisation))
            .query(Integer.class)
            .single();
    if (team.far().isEmpty()) {
      return most + 1;
    }
    return most == 0 ? 2 - parity(team, organisation) : most + 2;
  }

  private static int parity(JointTeam team, UUID organisation) {
    return team.founder().equals(organisation) ? 1 : 0;
  }

  /** The organisation that is responsible for a step of a team. */
  Optional<UUID> responsible(UUID team, UUID step) {
    return db.sql("select organisation from joint_step where id = :id and team = :team")
        .param("id", step)
        .param("team", team)
        .query(UUID.class)
        .optional();
  }

  /**
   * Adds a step of another node; returns whether its identifier and number were free and its own.
   */
  boolean arrived(JointTeam team, UUID step, int number, UUID sender, JointStep.Draft draft) {
    if (number < 1 || number % 2 != parity(team, sender)) {
      return false;
    }
    Map<String, @Nullable Object> row = elsewhere(step, team, draft);
    row.put("team", team.id());
    row.put("number", number);
    return db.sql(
                """
                insert into joint_step
                  (id, team, number, organisation, due_on, state, words, version, at, changed_at)
                values
                  (:id, :team, :number, :organisation, :due, :state, :words, 1, :at, :at) on conflict do nothing
                """)
            .params(row)
            .update()
        == 1;
  }

  /** Changes a step as another node says; returns whether there is one. */
  boolean changedElsewhere(JointTeam team, UUID step, JointStep.Draft draft) {
    return db.sql(
                """
                update joint_step set organisation = :organisation, due_on = :due, state = :state, words = :words,
                       version = version + 1, changed_at = :at, changed_by = null
                 where id = :id
                """)
            .params(elsewhere(step, team, draft))
            .update()
        == 1;
  }

  private Map<String, @Nullable Object> elsewhere(UUID id, JointTeam team, JointStep.Draft draft) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("organisation", draft.organisation());
    row.put("due", draft.due());
    row.put("state", draft.state());
    row.put("words", records.sealAsItCame(team.id(), WORDS, draft.words()));
    row.put("at", records.now());
    return row;
  }

  /** Adds one; the caller holds the team, so that numbers do not repeat. */
  UUID insert(JointTeam team, JointStep.Draft draft, SignedIn who) {
    UUID id = identifiers.next();
    Map<String, Object> row = row(id, team, draft, who);
    row.put("team", team.id());
    row.put("number", next(team, who.organisation()));
    db.sql(
            """
            insert into joint_step
              (id, team, number, organisation, due_on, state, words, version, at, by_user, changed_at, changed_by)
            values
              (:id, :team, :number, :organisation, :due, :state, :words, 1, :at, :user, :at, :user)
            """)
        .params(row)
        .update();
    return id;
  }

  /** Changes one; returns whether nobody saved in between. */
  boolean change(JointTeam team, UUID step, JointStep.Draft draft, int version, SignedIn who) {
    Map<String, Object> row = row(step, team, draft, who);
    row.put("version", version);
    return db.sql(
                """
                update joint_step set organisation = :organisation, due_on = :due, state = :state, words = :words,
                       version = version + 1, changed_at = :at, changed_by = :user
                 where id = :id and version = :version
                """)
            .params(row)
            .update()
        == 1;
  }

  private Map<String, Object> row(UUID id, JointTeam team, JointStep.Draft draft, SignedIn who) {
    Map<String, Object> row = new HashMap<>();
    row.put("id", id);
    row.put("organisation", draft.organisation());
    row.put("due", draft.due());
    row.put("state", draft.state());
    row.put("words", records.seal(team.id(), WORDS, draft.words(), team.organisations()));
    row.put("at", records.now());
    row.put("user", who.user());
    return row;
  }
}
