package org.passerelle.prosecute.joint.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.joint.JointDues;
import org.passerelle.prosecute.joint.JointInvitations;
import org.passerelle.prosecute.joint.JointProposals;
import org.passerelle.prosecute.joint.JointTeam;
import org.passerelle.prosecute.joint.JointTeams;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Joint teams: the list, a new one, its page, who is on it. */
@Controller
@Investigators
class JointTeamsController implements RoomEntries {
  static final String HERE = JointDues.HERE;
  private static final String ONE = HERE + "/{team}";
  private static final int NAME = 150;
  private static final int REFERENCE = 60;
  private static final int PROVISION = 300;
  private static final int PURPOSE = 4000;
  static final int REASON = 1000;
  private final JointTeams teams;
  private final JointProposals proposals;
  private final JointInvitations invitations;
  private final JointTeamPages pages;

  JointTeamsController(
      JointTeams teams,
      JointProposals proposals,
      JointInvitations invitations,
      JointTeamPages pages) {
    this.teams = teams;
    this.proposals = proposals;
    this.invitations = invitations;
    this.pages = pages;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("prosecute", 6, "joint.nav", HERE, Investigators.ROLES));
  }

  @GetMapping(HERE)
  String all(Act act) {
    List<JointTeam> own = teams.all(act.who());
    List<JointTeam> invited = invitations.all(act.who());
    return act.with("teams", own)
        .with("invited", invited)
        .with("offices", pages.offices(Stream.concat(own.stream(), invited.stream()).toList(), act))
        .show("prosecute/joint/all");
  }

  @GetMapping(HERE + "/new")
  @Allowed(Role.PROSECUTOR)
  String blank(Act act) {
    act.form(Map.of("from", act.page().moments().today().toString()));
    return edit(act);
  }

  private String edit(Act act) {
    return act.with("investigations", pages.investigations(act))
        .with("colleagues", pages.colleagues(act))
        .with("organisations", pages.invitable(act))
        .show("prosecute/joint/new");
  }

  @PostMapping(HERE)
  @Confirmed("prosecute.done.joint-proposed")
  @Allowed(Role.PROSECUTOR)
  String propose(Act act) {
    Filled form = act.form();
    LocalDate latest = JointTeamPages.latest(act);
    LocalDate today = act.page().moments().today();
    String investigation = form.neededCode("investigation", pages.investigations(act));
    JointTeam.Draft draft =
        new JointTeam.Draft(
            form.neededCode("basis", Set.copyOf(JointTeam.BASES)),
            form.neededDay("from", latest, today),
            form.neededDay("until", latest, today),
            new JointTeam.Words(
                form.neededText("name", NAME),
                form.text("reference", REFERENCE),
                form.text("provision", PROVISION),
                form.neededText("purpose", PURPOSE)));
    Set<UUID> colleagues = JointTeamPages.ticked("colleagues", pages.colleagues(act), form);
    Set<UUID> invited = JointTeamPages.ticked("organisations", pages.invitable(act), form);
    return act.refusalsAt("name")
        .submit(
            () -> edit(act),
            () ->
                at(
                    proposals.propose(
                        draft, UUID.fromString(investigation), colleagues, invited, act.who())));
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID team, Act act) {
    act.form(Map.of());
    return pages.team(team, act);
  }

  @PostMapping(ONE + "/members")
  @Confirmed("prosecute.done.team-added")
  @Allowed(Role.PROSECUTOR)
  String name(@PathVariable UUID team, Act act) {
    String colleague =
        act.form().neededCode("colleague", pages.nameable(pages.head(team, "", act), act));
    return act.refusalsAt("colleague")
        .submit(
            () -> pages.team(team, act),
            at(team),
            () -> teams.name(team, UUID.fromString(colleague), act.who()));
  }

  @PostMapping(ONE + "/members/{colleague}/remove")
  @Confirmed("prosecute.done.team-removed")
  @Allowed(Role.PROSECUTOR)
  String takeOff(@PathVariable UUID team, @PathVariable UUID colleague, Act act) {
    return act.once(at(team), () -> teams.takeOff(team, colleague, act.who()));
  }

  @PostMapping(ONE + "/leave")
  @Confirmed("prosecute.done.joint-left")
  @Allowed(Role.PROSECUTOR)
  String leave(@PathVariable UUID team, Act act) {
    String reason = act.form().neededText("reason", REASON);
    return act.refusalsAt("reason")
        .submit(() -> pages.team(team, act), HERE, () -> teams.leave(team, reason, act.who()));
  }

  static String at(UUID team) {
    return HERE + "/" + team;
  }
}
