package org.passerelle.protect.casework.care.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores care plans; callers have checked access to the case. */
@Component
class PlanRows {
  static final String GOAL_PLACE = "care_goal.words";
  static final String STEP_PLACE = "care_step.words";
  static final String REVIEW_PLACE = "care_review.words";
  static final String GOAL_REASON = "care_goal.reason";
  static final String STEP_REASON = "care_step.reason";
  private final JdbcClient db;
  private final Vault vault;
  private final SealedJson sealed;

  PlanRows(JdbcClient db, Vault vault, SealedJson sealed) {
    this.db = db;
    this.vault = vault;
    this.sealed = sealed;
  }

  CarePlan of(UUID caseId) {
    Map<UUID, List<CareStep>> steps = new HashMap<>();
    db.sql(
            """
            select s.*, t.due, t.assigned, t.done_at
              from care_step s
              join care_goal g on g.id = s.goal
              left join case_task_outline t on t.id = s.task
             where g.case_id = :case
            """)
        .param("case", caseId)
        .query(
            row -> {
              CareStep step = step(row, caseId);
              steps.computeIfAbsent(step.goal(), g -> new ArrayList<>()).add(step);
            });
    List<Goal> goals =
        db.sql("select * from care_goal where case_id = :case order by at, need, id")
            .param("case", caseId)
            .query((row, i) -> goal(row, caseId, steps))
            .list();
    List<CareReview> reviews =
        db.sql(
                """
                select * from care_review where case_id = :case
                 order by on_day desc, at desc, id
                """)
            .param("case", caseId)
            .query((row, i) -> review(row, caseId))
            .list();
    return new CarePlan(goals, reviews);
  }

  int open(UUID caseId) {
    return db.sql("select count(*) from care_goal where case_id = :case and outcome is null")
        .param("case", caseId)
        .query(Integer.class)
        .single();
  }

  /** Locks a goal, so that changes are made one after another. */
  boolean lock(UUID caseId, UUID goal) {
    return db.sql("select id from care_goal where id = :id and case_id = :case for update")
        .param("id", goal)
        .param("case", caseId)
        .query(UUID.class)
        .optional()
        .isPresent();
  }

  private Goal goal(ResultSet row, UUID caseId, Map<UUID, List<CareStep>> steps)
      throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String outcome = row.getString("outcome");
    return new Goal(
        id,
        caseId,
        row.getString("need"),
        vault.open(caseId, GOAL_PLACE, row.getBytes("words")),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class),
        outcome == null
            ? null
            : new Goal.End(
                outcome,
                reason(caseId, GOAL_REASON, row.getBytes("reason")),
                Columns.instant(row, "ended_at"),
                row.getObject("ended_by", UUID.class)),
        steps.getOrDefault(id, List.of()));
  }

  private CareStep step(ResultSet row, UUID caseId) throws SQLException {
    boolean dropped = Columns.instantOrNull(row, "dropped_at") != null;
    return new CareStep(
        row.getObject("id", UUID.class),
        row.getObject("goal", UUID.class),
        row.getInt("number"),
        sealed.open(caseId, STEP_PLACE, row.getBytes("words"), CareStep.Words.class),
        row.getObject("task", UUID.class),
        Columns.instantOrNull(row, "due"),
        row.getObject("assigned", UUID.class),
        Columns.instantOrNull(row, "done_at"),
        dropped
            ? new CareStep.Dropped(
                reason(caseId, STEP_REASON, row.getBytes("reason")),
                Columns.instant(row, "dropped_at"),
                row.getObject("dropped_by", UUID.class))
            : null);
  }

  private CareReview review(ResultSet row, UUID caseId) throws SQLException {
    return new CareReview(
        row.getObject("id", UUID.class),
        row.getObject("on_day", LocalDate.class),
        row.getString("took_part"),
        row.getObject("next_on", LocalDate.class),
        row.getObject("task", UUID.class),
        vault.open(caseId, REVIEW_PLACE, row.getBytes("words")),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class));
  }

  byte[] seal(UUID caseId, CareStep.Words words) {
    return sealed.seal(caseId, STEP_PLACE, words);
  }

  byte[] seal(UUID caseId, String place, String text) {
    return vault.seal(caseId, place, text);
  }

  private String reason(UUID caseId, String place, byte @Nullable [] sealed) {
    return sealed == null ? "" : vault.open(caseId, place, sealed);
  }
}
