package org.passerelle.protect.casework.safety.plan.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.language.Language;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.safety.plan.SafetyPlan;

/**
 * View of the safety plans of a case.
 *
 * @param all plans, newest first
 * @param names names of colleagues
 * @param spoken the person's language if it is an interface language, otherwise the reader's
 */
public record SafetyPlanPage(
    Case file,
    List<SafetyPlan> all,
    Map<UUID, String> names,
    Language spoken,
    Filled form,
    CaseWords words) {
  public SafetyPlanPage {
    all = List.copyOf(all);
  }

  public String at() {
    return "/protect/cases/" + file.id() + "/safety-plan";
  }

  /** Name of a colleague, or a placeholder for a deleted user. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }
}
