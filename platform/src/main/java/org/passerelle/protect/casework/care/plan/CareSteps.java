package org.passerelle.protect.casework.care.plan;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Steps towards goals. Each open step is a task of the case, so that it appears on the Today page,
 * in the list of cases, on the boards and in the calendar.
 */
@Service
public class CareSteps {
  private static final String KIND = "care_step";
  private static final int TITLE = 300;
  private final JdbcClient db;
  private final PlanRows rows;
  private final CarePlans plans;
  private final Cases cases;
  private final CaseTasks tasks;
  private final CaseRecord records;
  private final Identifiers identifiers;

  CareSteps(
      JdbcClient db,
      PlanRows rows,
      CarePlans plans,
      Cases cases,
      CaseTasks tasks,
      CaseRecord records,
      Identifiers identifiers) {
    this.db = db;
    this.rows = rows;
    this.plans = plans;
    this.cases = cases;
    this.tasks = tasks;
    this.records = records;
    this.identifiers = identifiers;
  }

  @Transactional(readOnly = true)
  public CareStep find(UUID caseId, UUID step, SignedIn who) {
    return plans.of(caseId, who).goals().stream()
        .flatMap(g -> g.steps().stream())
        .filter(s -> s.id().equals(step))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Adds a step; journal and log record its task.
   *
   * @throws Refused if the goal has ended or the case is closed
   */
  @Transactional
  public UUID add(UUID caseId, UUID goal, CareStep.Draft draft, SignedIn who) {
    if (!cases.find(caseId, who).open()) {
      throw new Refused("cases.refused.closed");
    }
    Goal found = locked(caseId, goal, who);
    if (!found.open()) {
      throw new Refused("care.refused.ended");
    }
    String what = draft.words().what();
    UUID task =
        tasks.task(
            caseId,
            KIND,
            what.substring(0, Math.min(TITLE, what.length())),
            draft.due(),
            draft.responsible(),
            who);
    UUID id = identifiers.next();
    db.sql(
            """
            insert into care_step (id, goal, number, task, words, at, by_user)
            values (:id, :goal, :number, :task, :words, :at, :user)
            """)
        .param("id", id)
        .param("goal", goal)
        .param("number", found.steps().size() + 1)
        .param("task", task)
        .param("words", rows.seal(caseId, draft.words()))
        .param("at", records.now())
        .param("user", who.user())
        .update();
    return id;
  }

  /** Completes a step; repeating it changes nothing. */
  @Transactional
  public void done(UUID caseId, UUID step, SignedIn who) {
    tasks.done(caseId, task(find(caseId, step, who)), who);
  }

  /**
   * Changes the deadline or the assignee of an open step.
   *
   * @throws Refused if it is done or dropped
   */
  @Transactional
  public void move(UUID caseId, UUID step, Instant due, UUID responsible, SignedIn who) {
    if (!tasks.move(caseId, task(find(caseId, step, who)), due, responsible, who)) {
      throw new Refused("care.refused.done");
    }
  }

  /**
   * Drops a step and removes its task.
   *
   * @throws Refused if it is done or dropped, or no reason is given
   */
  @Transactional
  public void drop(UUID caseId, UUID step, String reason, SignedIn who) {
    CareStep found = find(caseId, step, who);
    locked(caseId, found.goal(), who);
    UUID task = task(find(caseId, step, who));
    if (reason.isBlank()) {
      throw new Refused("care.refused.reason");
    }
    db.sql(
            """
            update care_step
               set task = null, reason = :reason, dropped_at = :now, dropped_by = :user
             where id = :id
            """)
        .param("reason", rows.seal(caseId, PlanRows.STEP_REASON, reason))
        .param("now", records.now())
        .param("user", who.user())
        .param("id", step)
        .update();
    if (!tasks.withdraw(caseId, task, who)) {
      throw new Refused("care.refused.done");
    }
    records.write(caseId, "care.step-dropped", "", step, Map.of("step", step.toString()), who);
  }

  private Goal locked(UUID caseId, UUID goal, SignedIn who) {
    Goal found = plans.goal(caseId, goal, who);
    rows.lock(caseId, goal);
    return plans.goal(caseId, found.id(), who);
  }

  private static UUID task(CareStep step) {
    return Optional.ofNullable(step.task()).orElseThrow(() -> new Refused("care.refused.dropped"));
  }
}
