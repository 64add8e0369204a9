package org.passerelle.protect.casework.care.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.CaseLock;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goals and reviews of a case, maintained by its team; steps are in {@link CareSteps}. Texts are
 * encrypted with the case.
 */
@Service
public class CarePlans {
  private static final CaseRecord.Shape GOAL =
      new CaseRecord.Shape(
          "goal",
          "care.goal-added",
          PlanRows.GOAL_PLACE,
          """
          insert into care_goal (id, case_id, need, assessment, words, at, by_user)
          values (:id, :case, :need, :assessment, :sealed, :at, :user)
          """);
  private static final CaseRecord.Shape REVIEW =
      new CaseRecord.Shape(
          "review",
          "care.reviewed",
          PlanRows.REVIEW_PLACE,
          """
          insert into care_review
            (id, case_id, on_day, took_part, next_on, task, words, at, by_user)
          values (:id, :case, :on, :part, :next, :task, :sealed, :at, :user)
          """);
  private final JdbcClient db;
  private final PlanRows rows;
  private final Cases cases;
  private final CaseLock lock;
  private final CaseTasks tasks;
  private final CaseRecord records;
  private final Clock clock;

  CarePlans(
      JdbcClient db,
      PlanRows rows,
      Cases cases,
      CaseLock lock,
      CaseTasks tasks,
      CaseRecord records,
      Clock clock) {
    this.db = db;
    this.rows = rows;
    this.cases = cases;
    this.lock = lock;
    this.tasks = tasks;
    this.records = records;
    this.clock = clock;
  }

  /**
   * The care plan, empty if there is none yet.
   *
   * @throws NotFound if no such case is visible to this reader
   */
  @Transactional(readOnly = true)
  public CarePlan of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return rows.of(caseId);
  }

  /** Number of goals that are pursued. */
  @Transactional(readOnly = true)
  public int count(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return rows.open(caseId);
  }

  /** A goal with its steps. */
  @Transactional(readOnly = true)
  public Goal goal(UUID caseId, UUID goal, SignedIn who) {
    return of(caseId, who).goals().stream()
        .filter(g -> g.id().equals(goal))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Adds a goal.
   *
   * @throws Refused if the case is closed
   */
  @Transactional
  public UUID add(UUID caseId, Goal.Draft draft, SignedIn who) {
    if (!cases.find(caseId, who).open()) {
      throw new Refused("cases.refused.closed");
    }
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("need", draft.need());
    columns.put("assessment", draft.assessment());
    return records.add(
        GOAL,
        caseId,
        Map.of("need", draft.need()),
        who,
        (at, row) ->
            records.row(
                GOAL,
                new CaseRecord.Written(caseId, at, who),
                draft.need(),
                columns,
                draft.words(),
                row));
  }

  /**
   * Ends a goal; repeating it changes nothing.
   *
   * @param outcome {@code reached} or {@code dropped}
   * @throws Refused if steps are open, or it is dropped without a reason
   */
  @Transactional
  public void end(UUID caseId, UUID goal, String outcome, String reason, SignedIn who) {
    cases.check(caseId, who);
    if (!rows.lock(caseId, goal)) {
      throw new NotFound();
    }
    Goal found = goal(caseId, goal, who);
    if (!found.open()) {
      return;
    }
    if (!found.openSteps().isEmpty()) {
      throw new Refused("care.refused.open-steps", found.openSteps().size());
    }
    if (outcome.equals("dropped") && reason.isBlank()) {
      throw new Refused("care.refused.reason");
    }
    db.sql(
            """
            update care_goal
               set outcome = :outcome, reason = :reason, ended_at = :now, ended_by = :user
             where id = :id
            """)
        .param("outcome", outcome)
        .param("reason", rows.seal(caseId, PlanRows.GOAL_REASON, reason))
        .param("now", records.now())
        .param("user", who.user())
        .param("id", goal)
        .update();
    records.write(
        caseId,
        outcome.equals("reached") ? "care.goal-reached" : "care.goal-dropped",
        found.need(),
        goal,
        Map.of("goal", goal.toString()),
        who);
  }

  /**
   * Records a review, completes its task, and creates a task for the next one for the user. A
   * review recorded after a later one neither completes nor creates a task.
   *
   * @throws Refused if the case is closed, the date is in the future, or the next review is not
   *     later
   */
  @Transactional
  public UUID review(UUID caseId, CareReview.Draft draft, SignedIn who) {
    cases.check(caseId, who);
    lock.take(caseId);
    if (!cases.find(caseId, who).open()) {
      throw new Refused("cases.refused.closed");
    }
    List<CareReview> before = of(caseId, who).reviews();
    LocalDate next = draft.next();
    if (!Days.begun(draft.on(), clock.instant()) || (next != null && !next.isAfter(draft.on()))) {
      throw new Refused("care.refused.review-day");
    }
    boolean newest = before.stream().noneMatch(later -> later.on().isAfter(draft.on()));
    for (CareReview earlier : before) {
      if (earlier.task() != null && !earlier.on().isAfter(draft.on())) {
        tasks.done(caseId, earlier.task(), who);
      }
    }
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("on", draft.on());
    columns.put("part", draft.tookPart());
    columns.put("next", next);
    columns.put(
        "task",
        draft.nextDue() == null || !newest
            ? null
            : tasks.task(caseId, "care_review", draft.title(), draft.nextDue(), who.user(), who));
    return records.add(
        REVIEW,
        caseId,
        Map.of(),
        who,
        (at, row) ->
            records.row(
                REVIEW, new CaseRecord.Written(caseId, at, who), "", columns, draft.words(), row));
  }
}
