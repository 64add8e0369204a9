package org.passerelle.protect.casework.care.plan.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.care.plan.CarePlan;
import org.passerelle.protect.casework.care.plan.CareStep;
import org.passerelle.protect.casework.care.plan.Goal;
import org.passerelle.protect.casework.care.plan.Proposals;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;

/**
 * View of the care plan of a case.
 *
 * @param goal goal that a form is about, or null
 * @param step step that a form is about, or null
 * @param names names of colleagues, by identifier
 * @param team colleagues who can be assigned a step
 */
public record PlanPage(
    Case file,
    CarePlan plan,
    Proposals.Proposed proposed,
    @Nullable Goal goal,
    @Nullable CareStep step,
    Filled form,
    CaseWords words,
    Map<UUID, String> names,
    List<Option> team) {
  public PlanPage {
    names = Map.copyOf(names);
    team = List.copyOf(team);
  }

  public String at() {
    return "/protect/cases/" + file.id() + "/care";
  }

  /** Name of a colleague, or a placeholder for a deleted user. */
  public String name(@Nullable UUID user) {
    return user == null ? "" : names.getOrDefault(user, "…");
  }

  /** Title of a goal: the need and, if given, what is to be reached. */
  public String title(Goal goal) {
    String need = words.of("care_needs", goal.need());
    return goal.words().isEmpty() ? need : need + ": " + goal.words();
  }
}
