package org.passerelle.protect.casework.care.plan.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.care.plan.CarePlan;
import org.passerelle.protect.casework.care.plan.CarePlans;
import org.passerelle.protect.casework.care.plan.CareStep;
import org.passerelle.protect.casework.care.plan.Goal;
import org.passerelle.protect.casework.care.plan.Proposals;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.springframework.stereotype.Component;

/** Assembles the pages of a care plan. */
@Component
class PlanPages {
  private final Cases cases;
  private final CarePlans plans;
  private final Proposals proposals;
  private final CaseTeam team;
  private final Users users;
  private final CodeOptions options;

  PlanPages(
      Cases cases,
      CarePlans plans,
      Proposals proposals,
      CaseTeam team,
      Users users,
      CodeOptions options) {
    this.cases = cases;
    this.plans = plans;
    this.proposals = proposals;
    this.team = team;
    this.users = users;
    this.options = options;
  }

  /** The plan with proposals from the most recent assessment; reading that is logged. */
  String plan(UUID id, Act act) {
    return act.show("protect/care/plan", view(id, proposals.of(id, act.who()), null, null, act));
  }

  /** The form of the plan, a goal or a step. */
  String form(String template, UUID id, @Nullable UUID goal, @Nullable CareStep step, Act act) {
    Goal about = goal == null ? null : plans.goal(id, goal, act.who());
    return act.show(
        "protect/care/" + template,
        view(id, new Proposals.Proposed(null, List.of()), about, step, act));
  }

  private PlanPage view(
      UUID id, Proposals.Proposed proposed, @Nullable Goal goal, @Nullable CareStep step, Act act) {
    CarePlan plan = plans.of(id, act.who());
    List<UUID> members = team.members(id, act.who());
    Set<UUID> people = new HashSet<>(members);
    plan.goals().stream()
        .flatMap(g -> g.steps().stream())
        .map(CareStep::responsible)
        .filter(Objects::nonNull)
        .forEach(people::add);
    people.add(act.who().user());
    Map<UUID, String> names = users.names(people);
    return new PlanPage(
        cases.find(id, act.who()),
        plan,
        proposed,
        goal,
        step,
        act.form(),
        new CaseWords(options, act.language()),
        names,
        responsible(id, act).stream()
            .map(m -> new Option(m.toString(), names.getOrDefault(m, "…")))
            .toList());
  }

  /** Possible assignees of a step: the team and the user. */
  List<UUID> responsible(UUID id, Act act) {
    Set<UUID> all = new java.util.LinkedHashSet<>(team.members(id, act.who()));
    all.add(act.who().user());
    return List.copyOf(all);
  }
}
