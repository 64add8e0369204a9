package org.passerelle.protect.safety.plan.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.language.Language;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.safety.plan.SafetyPlan;

/**
 * The safety plan of a case.
 *
 * @param all the newest first
 * @param names of colleagues
 * @param spoken in which the person reads it, where the house has it; else the reader's
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

  /** Where it stands. */
  public String at() {
    return "/protect/cases/" + file.id() + "/safety-plan";
  }

  /** What a colleague is called; a user who is gone is shown as such. */
  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }
}
