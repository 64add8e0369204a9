package org.passerelle.prosecute.joint.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.joint.JointPlan;
import org.passerelle.prosecute.joint.JointStep;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The operational action plan of a joint team. */
@Controller
@Investigators
class JointPlanController {
  private static final String ALL = JointTeamsController.HERE + "/{team}/plan";
  private static final String ONE = ALL + "/{step}";
  private static final Set<String> STATES = Set.copyOf(JointStep.STATES);
  private static final int WHAT = 500;
  private static final int NOTE = 1000;
  private final JointPlan plan;
  private final JointTeamPages pages;

  JointPlanController(JointPlan plan, JointTeamPages pages) {
    this.plan = plan;
    this.pages = pages;
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID team, Act act) {
    act.form(Map.of("organisation", act.who().organisation().toString()));
    return page(team, act);
  }

  private String page(UUID team, Act act) {
    JointTeamPages.Head head = pages.head(team, "plan", act);
    return act.with("head", head)
        .with("steps", plan.of(team, act.who()))
        .with("parties", head.parties())
        .show("prosecute/joint/plan");
  }

  @PostMapping(ALL)
  @Confirmed("prosecute.done.step-added")
  String add(@PathVariable UUID team, Act act) {
    JointStep.Draft draft = draft(team, "open", act);
    return act.submit(() -> page(team, act), at(team), () -> plan.add(team, draft, act.who()));
  }

  private JointStep.Draft draft(UUID team, String state, Act act) {
    Filled form = act.form();
    LocalDate latest = JointTeamPages.latest(act);
    String organisation = form.neededCode("organisation", pages.head(team, "plan", act).parties());
    return new JointStep.Draft(
        organisation.isEmpty() ? act.who().organisation() : UUID.fromString(organisation),
        form.neededDay("due", latest, act.page().moments().today()),
        state,
        new JointStep.Words(form.neededText("what", WHAT), form.text("note", NOTE)));
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID team, @PathVariable UUID step, Act act) {
    act.form(stored(plan.find(team, step, act.who())));
    return page(team, step, act);
  }

  private static Filled stored(JointStep step) {
    Map<String, String> stored = new HashMap<>();
    stored.put("what", step.words().what());
    stored.put("organisation", step.organisation().toString());
    stored.put("due", step.due().toString());
    stored.put("state", step.state());
    stored.put("note", step.words().note());
    stored.put(Filled.VERSION, String.valueOf(step.version()));
    return Filled.with(stored);
  }

  private String page(UUID team, UUID step, Act act) {
    JointTeamPages.Head head = pages.head(team, "plan", act);
    JointStep one = plan.find(team, step, act.who());
    return act.with("head", head)
        .with("step", one)
        .with("parties", head.parties())
        .with("changes", head.open() && JointPlan.changes(head.one(), one, act.who()))
        .with("by", by(one, head))
        .show("prosecute/joint/step");
  }

  private String by(JointStep step, JointTeamPages.Head head) {
    UUID user = step.changedBy();
    return user == null
        ? head.one().far().map(far -> head.office(far.organisation())).orElse("…")
        : pages.names(List.of(user)).getOrDefault(user, "…");
  }

  @PostMapping(ONE)
  @Confirmed("prosecute.done.step-changed")
  String change(@PathVariable UUID team, @PathVariable UUID step, Act act) {
    JointStep.Draft draft = draft(team, act.form().neededCode("state", STATES), act);
    int version = act.form().version();
    return act.submit(
        () -> page(team, step, act),
        () -> {
          plan.change(team, step, draft, version, act.who());
          return at(team);
        },
        () -> stored(plan.find(team, step, act.who())));
  }

  private static String at(UUID team) {
    return JointTeamsController.at(team) + "/plan";
  }
}
