package org.passerelle.prosecute.joint.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.Option;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.joint.AskingBack;
import org.passerelle.prosecute.joint.JointExhibits;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Exhibits that organisations of a joint team let each other read. */
@Controller
@Investigators
class JointExhibitsController {
  private static final String HERE = JointTeamsController.HERE + "/{team}/exhibits";
  private final JointExhibits exhibits;
  private final AskingBack asking;
  private final JointTeamPages pages;

  JointExhibitsController(JointExhibits exhibits, AskingBack asking, JointTeamPages pages) {
    this.exhibits = exhibits;
    this.asking = asking;
    this.pages = pages;
  }

  @GetMapping(HERE)
  String all(@PathVariable UUID team, Act act) {
    act.form(Map.of());
    return page(team, act);
  }

  private String page(UUID team, Act act) {
    JointTeamPages.Head head = pages.head(team, "exhibits", act);
    return act.with("head", head)
        .with("all", exhibits.of(team, act.who()))
        .with("shareable", head.open() && head.leads() ? shareable(team, act) : List.<Option>of())
        .show("prosecute/joint/exhibits");
  }

  private List<Option> shareable(UUID team, Act act) {
    return exhibits.shareable(team, act.who()).stream()
        .map(one -> new Option(one.id().toString(), one.number() + " " + one.words().title()))
        .toList();
  }

  @PostMapping(HERE)
  @Confirmed("prosecute.done.joint-shared")
  @Allowed(Role.PROSECUTOR)
  String share(@PathVariable UUID team, Act act) {
    String exhibit = act.form().neededCode("exhibit", shareable(team, act));
    return act.refusalsAt("exhibit")
        .submit(
            () -> page(team, act),
            at(team),
            () -> exhibits.share(team, UUID.fromString(exhibit), act.who()));
  }

  @PostMapping(HERE + "/{exhibit}/end")
  @Confirmed("prosecute.done.joint-unshared")
  @Allowed(Role.PROSECUTOR)
  String end(@PathVariable UUID team, @PathVariable UUID exhibit, Act act) {
    return act.once(at(team), () -> exhibits.end(team, exhibit, act.who()));
  }

  @PostMapping(HERE + "/{exhibit}/ask-back")
  @Confirmed("prosecute.done.joint-asked")
  String askBack(@PathVariable UUID team, @PathVariable UUID exhibit, Act act) {
    return act.submit(() -> page(team, act), at(team), () -> asking.ask(team, exhibit, act.who()));
  }

  private static String at(UUID team) {
    return JointTeamsController.at(team) + "/exhibits";
  }
}
