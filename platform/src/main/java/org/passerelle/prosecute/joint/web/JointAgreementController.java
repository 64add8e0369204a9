package org.passerelle.prosecute.joint.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.prosecute.joint.JointAmendments;
import org.passerelle.prosecute.joint.JointDues;
import org.passerelle.prosecute.joint.JointInvitations;
import org.passerelle.prosecute.joint.JointTeam;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What prosecutors sign: the agreement of a joint team, and how it is amended. */
@Controller
@Allowed(Role.PROSECUTOR)
class JointAgreementController {
  private static final String INVITATION = JointDues.INVITATIONS + "/{team}";
  private static final String TEAM = JointTeamsController.HERE + "/{team}";
  private static final String AMENDMENT = TEAM + "/amendments/{amendment}";
  private static final String AMENDMENTS = "amendments";
  private final JointInvitations invitations;
  private final JointAmendments amendments;
  private final JointTeamPages pages;

  JointAgreementController(
      JointInvitations invitations, JointAmendments amendments, JointTeamPages pages) {
    this.invitations = invitations;
    this.amendments = amendments;
    this.pages = pages;
  }

  @GetMapping(INVITATION)
  String invitation(@PathVariable UUID team, Act act) {
    act.form(Map.of());
    return page(team, act);
  }

  private String page(UUID team, Act act) {
    JointTeam one = invitations.open(team, act.who());
    return act.with("one", one)
        .with("offices", pages.offices(List.of(one), act))
        .with("by", one.askedBy(act.who().organisation()))
        .with("others", JointTeamPages.others(one, act.who().organisation()))
        .with("investigations", pages.investigations(act))
        .with("colleagues", pages.colleagues(act))
        .show("prosecute/joint/invitation");
  }

  @PostMapping(INVITATION + "/sign")
  @Confirmed("prosecute.done.joint-signed")
  String sign(@PathVariable UUID team, Act act) {
    String investigation = act.form().neededCode("investigation", pages.investigations(act));
    Set<UUID> colleagues = JointTeamPages.ticked("colleagues", pages.colleagues(act), act.form());
    return act.submit(
        () -> page(team, act),
        JointTeamsController.at(team),
        () -> invitations.sign(team, UUID.fromString(investigation), colleagues, act.who()));
  }

  @PostMapping(INVITATION + "/decline")
  @Confirmed("prosecute.done.joint-declined")
  String decline(@PathVariable UUID team, Act act) {
    String reason = act.form().neededText("reason", JointTeamsController.REASON);
    return act.submit(
        () -> page(team, act),
        JointTeamsController.HERE,
        () -> invitations.decline(team, reason, act.who()));
  }

  @PostMapping(TEAM + "/extensions")
  @Confirmed("prosecute.done.extension-proposed")
  String extend(@PathVariable UUID team, Act act) {
    LocalDate until =
        act.form().neededDay("until", JointTeamPages.latest(act), act.page().moments().today());
    return act.refusalsAt("until")
        .submit(
            () -> pages.team(team, act),
            JointTeamsController.at(team),
            () -> amendments.extend(team, until, act.who()));
  }

  @PostMapping(TEAM + "/accessions")
  @Confirmed("prosecute.done.accession-proposed")
  String accede(@PathVariable UUID team, Act act) {
    String newcomer = act.form().neededCode("newcomer", pages.askable(team, act));
    return act.refusalsAt("newcomer")
        .submit(
            () -> pages.team(team, act),
            JointTeamsController.at(team),
            () -> amendments.accede(team, UUID.fromString(newcomer), act.who()));
  }

  @PostMapping(AMENDMENT + "/sign")
  @Confirmed("prosecute.done.amendment-signed")
  String signAmendment(@PathVariable UUID team, @PathVariable UUID amendment, Act act) {
    return act.refusalsAt(AMENDMENTS)
        .submit(
            () -> pages.team(team, act),
            JointTeamsController.at(team),
            () -> amendments.sign(team, amendment, act.who()));
  }

  @PostMapping(AMENDMENT + "/refuse")
  @Confirmed("prosecute.done.amendment-refused")
  String refuseAmendment(@PathVariable UUID team, @PathVariable UUID amendment, Act act) {
    return act.once(
        JointTeamsController.at(team), () -> amendments.refuse(team, amendment, act.who()));
  }
}
