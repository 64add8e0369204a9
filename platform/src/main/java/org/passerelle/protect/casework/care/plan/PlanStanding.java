package org.passerelle.protect.casework.care.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.care.needs.Assessments;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseStanding;
import org.passerelle.protect.casework.cases.CaseState;
import org.springframework.stereotype.Component;

/**
 * Clause of the summary sentence about the care plan. Beyond the state of a signal a case needs an
 * assessment and a plan.
 */
@Component
class PlanStanding implements CaseStanding {
  private static final int ORDER = 30;
  private final CarePlans plans;
  private final Assessments assessments;

  PlanStanding(CarePlans plans, Assessments assessments) {
    this.plans = plans;
    this.assessments = assessments;
  }

  @Override
  public Standing of(Case file, SignedIn who, Page page) {
    if (!file.open() || file.state() == CaseState.SIGNAL) {
      return Standing.NONE;
    }
    List<Missing> missing = new ArrayList<>();
    if (assessments.of(file.id(), who).isEmpty()) {
      missing.add(Missing.of(65, "lacks.needs", "forms", page));
    }
    List<Goal> goals = plans.of(file.id(), who).open();
    if (goals.isEmpty()) {
      missing.add(Missing.of(66, "lacks.plan", "care", page));
      return new Standing(Optional.empty(), missing);
    }
    return new Standing(Optional.of(clause(goals, page)), missing);
  }

  private static Clause clause(List<Goal> goals, Page page) {
    List<CareStep> steps = goals.stream().flatMap(goal -> goal.openSteps().stream()).toList();
    long late = steps.stream().filter(step -> late(step, page)).count();
    return new Clause(
        ORDER,
        page.text("stands.plan", goals.size(), steps.size(), late),
        late > 0 ? "late" : "",
        "care");
  }

  private static boolean late(CareStep step, Page page) {
    Instant due = step.due();
    return due != null && due.isBefore(page.moments().now());
  }
}
