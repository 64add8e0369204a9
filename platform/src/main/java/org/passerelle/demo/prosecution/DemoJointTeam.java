package org.passerelle.demo.prosecution;

import java.util.Set;
import java.util.UUID;
import org.passerelle.prosecute.investigation.Investigation;
import org.passerelle.prosecute.investigation.InvestigationTeam;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.joint.JointExhibits;
import org.passerelle.prosecute.joint.JointInvitations;
import org.passerelle.prosecute.joint.JointPlan;
import org.passerelle.prosecute.joint.JointProposals;
import org.passerelle.prosecute.joint.JointStep;
import org.passerelle.prosecute.joint.JointTeam;
import org.springframework.stereotype.Component;

/** The office where the ring recruits investigates too, and both agreed on a joint team. */
@Component
class DemoJointTeam {
  private static final int BEGAN = 40;
  private static final int ENDS = 120;
  private final Investigations investigations;
  private final InvestigationTeam team;
  private final JointProposals proposals;
  private final JointInvitations invitations;
  private final JointPlan plan;
  private final JointExhibits exhibits;

  DemoJointTeam(
      Investigations investigations,
      InvestigationTeam team,
      JointProposals proposals,
      JointInvitations invitations,
      JointPlan plan,
      JointExhibits exhibits) {
    this.investigations = investigations;
    this.team = team;
    this.proposals = proposals;
    this.invitations = invitations;
    this.plan = plan;
    this.exhibits = exhibits;
  }

  /**
   * Enters it.
   *
   * @param exhibit of the first investigation, which the other office may read
   */
  void agree(DemoCase in, UUID exhibit, DemoProsecution.Office other) {
    DemoCase theirs = begun(in, other);
    UUID joint =
        proposals.propose(
            new JointTeam.Draft(
                "coe_2001",
                in.daysAgo(BEGAN),
                in.today().plusDays(ENDS),
                new JointTeam.Words(
                    in.words("joint-name"),
                    in.words("reference"),
                    in.words("joint-provision"),
                    in.words("joint-purpose"))),
            in.id(),
            Set.of(in.investigator().user()),
            Set.of(other.prosecutor().organisation()),
            in.prosecutor());
    invitations.sign(joint, theirs.id(), Set.of(theirs.investigator().user()), theirs.prosecutor());
    step(joint, theirs, "joint-addresses", 5, in);
    step(joint, in, "joint-accounts", 20, theirs);
    exhibits.share(joint, exhibit, in.prosecutor());
  }

  private DemoCase begun(DemoCase in, DemoProsecution.Office other) {
    UUID id =
        investigations.begin(
            new Investigation.Draft(
                "trafficking",
                "RS",
                "forced_criminality",
                in.daysAgo(80),
                new Investigation.Words(
                    DemoCase.words("joint-title", other.language()),
                    "",
                    DemoCase.words("joint-summary", other.language()))),
            other.prosecutor());
    DemoCase theirs =
        new DemoCase(
            id,
            other.prosecutor(),
            DemoProsecution.investigator(team, other.prosecutor()),
            other.language(),
            in.today());
    team.add(id, theirs.investigator().user(), null, other.prosecutor());
    return theirs;
  }

  /** For which the first office is responsible; the second one enters it. */
  private void step(UUID joint, DemoCase responsible, String what, int days, DemoCase by) {
    plan.add(
        joint,
        new JointStep.Draft(
            responsible.prosecutor().organisation(),
            by.today().plusDays(days),
            "open",
            new JointStep.Words(by.words(what), "")),
        by.prosecutor());
  }
}
