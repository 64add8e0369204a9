package org.passerelle.protect.casework.cases.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages of the team of a case, and its restriction to named colleagues. */
@Controller
@RequestMapping("/protect/cases/{id}")
@Caseworkers
class CaseTeamController {
  private final Cases cases;
  private final CaseTeam team;
  private final Users users;
  private final CodeOptions options;

  CaseTeamController(Cases cases, CaseTeam team, Users users, CodeOptions options) {
    this.cases = cases;
    this.team = team;
    this.users = users;
    this.options = options;
  }

  @GetMapping("/team")
  String team(@PathVariable UUID id, Act act) {
    Case found = cases.read(id, act.who());
    List<UUID> members = team.members(id, act.who());
    return act.show(
        "protect/cases/team",
        new TeamPage(
            found,
            members,
            users.names(members),
            team.candidates(id, act.who()),
            new CaseWords(options, act.language())));
  }

  @PostMapping("/team/add")
  String addColleague(@PathVariable UUID id, @RequestParam UUID user, Act act) {
    return inTeam(id, act, () -> team.add(id, user, act.who()));
  }

  @PostMapping("/team/remove")
  String removeColleague(@PathVariable UUID id, @RequestParam UUID user, Act act) {
    return inTeam(id, act, () -> act.undoable(team.remove(id, user, act.who()), "team.removed"));
  }

  @PostMapping("/team/close")
  String closeToNamed(@PathVariable UUID id, @RequestParam boolean closed, Act act) {
    return inTeam(id, act, () -> team.closeToNamed(id, closed, act.who()));
  }

  private static String inTeam(UUID id, Act act, Runnable change) {
    return act.once(
        () -> {
          change.run();
          return "/protect/cases/" + id + "/team";
        });
  }
}
