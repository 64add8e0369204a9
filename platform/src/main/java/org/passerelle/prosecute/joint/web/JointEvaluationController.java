package org.passerelle.prosecute.joint.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.joint.JointEvaluation;
import org.passerelle.prosecute.joint.JointEvaluations;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What the organisations of a joint team say of it after its end. */
@Controller
@Investigators
class JointEvaluationController {
  private static final String HERE = JointTeamsController.HERE + "/{team}/evaluation";
  private static final int WORDS = 4000;
  private static final int MOST = 9999;
  private final JointEvaluations evaluations;
  private final JointTeamPages pages;

  JointEvaluationController(JointEvaluations evaluations, JointTeamPages pages) {
    this.evaluations = evaluations;
    this.pages = pages;
  }

  @GetMapping(HERE)
  String show(@PathVariable UUID team, Act act) {
    act.form(stored(team, act));
    return page(team, act);
  }

  private Filled stored(UUID team, Act act) {
    Map<String, String> stored = new HashMap<>();
    stored.put(Filled.VERSION, "0");
    evaluations
        .own(team, act.who())
        .ifPresent(
            own -> {
              stored.put("worked", own.words().worked());
              stored.put("obstacles", own.words().obstacles());
              JointEvaluation.RESULTS.forEach(
                  code -> stored.put(code, String.valueOf(own.result(code))));
              stored.put(Filled.VERSION, String.valueOf(own.version()));
            });
    return Filled.with(stored);
  }

  private String page(UUID team, Act act) {
    JointTeamPages.Head head = pages.head(team, "evaluation", act);
    List<JointEvaluation> all = evaluations.of(team, act.who());
    return act.with("head", head)
        .with("all", all)
        .with(
            "names",
            pages.names(all.stream().flatMap(one -> Stream.ofNullable(one.user())).toList()))
        .show("prosecute/joint/evaluation");
  }

  @PostMapping(HERE)
  @Confirmed("prosecute.done.joint-evaluated")
  @Allowed(Role.PROSECUTOR)
  String answer(@PathVariable UUID team, Act act) {
    Filled form = act.form();
    Map<String, Integer> results = new HashMap<>();
    JointEvaluation.RESULTS.forEach(code -> results.put(code, form.neededNumber(code, 0, MOST)));
    JointEvaluation.Draft draft =
        new JointEvaluation.Draft(
            new JointEvaluation.Words(
                form.neededText("worked", WORDS), form.text("obstacles", WORDS)),
            results);
    int version = form.version();
    return act.submit(
        () -> page(team, act),
        () -> {
          evaluations.answer(team, draft, version, act.who());
          return JointTeamsController.at(team) + "/evaluation";
        },
        () -> stored(team, act));
  }
}
