package org.passerelle.prosecute.joint;

import java.time.DateTimeException;
import java.util.Set;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.prosecute.joint.far.FarGivenRows;
import org.passerelle.prosecute.joint.far.FarShareRows;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.springframework.stereotype.Component;

/**
 * Receives exhibits that the other node's organisation shares with a team in force, and the end of
 * it. A chain of custody that does not follow the one before is not kept, and the page says so.
 */
@Component
class ShareReceiver implements Receiver {
  private final FarTeams teams;
  private final FarShareRows rows;
  private final FarGivenRows custody;
  private final JointRecord journal;
  private final AuditLog audit;

  ShareReceiver(
      FarTeams teams,
      FarShareRows rows,
      FarGivenRows custody,
      JointRecord journal,
      AuditLog audit) {
    this.teams = teams;
    this.rows = rows;
    this.custody = custody;
    this.journal = journal;
    this.audit = audit;
  }

  @Override
  public Set<String> types() {
    return Set.of(JointMessages.SHARED, JointMessages.UNSHARED);
  }

  @Override
  public void receive(Received message) {
    if (message.type().equals(JointMessages.SHARED)) {
      teams.of(message).filter(JointTeam::cameAbout).ifPresent(team -> shared(team, message));
    } else {
      teams.of(message).filter(JointTeam::cameAbout).ifPresent(team -> unshared(team, message));
    }
    message.log(audit);
  }

  private void shared(JointTeam team, Received message) {
    JointMessages.Shared said = JointMessages.read(message.payload(), JointMessages.Shared.class);
    if (!(team.agreed() && teams.goesOn(team)) && !isHeldHere(team, said)) {
      return;
    }
    needsCodes(said.exhibit());
    needsOurHand(said);
    switch (rows.arrived(team.id(), message.sender(), said)) {
      case SHARED -> journal.arrived(team, "joint.shared");
      case BROKEN -> journal.arrived(team, "joint.chain-broken");
      default -> {}
    }
  }

  private void needsCodes(FarExhibit.Content content) {
    known(Exhibit.KINDS.contains(content.kind()), "kind");
    for (FarExhibit.Step step : content.chain()) {
      known(FarExhibit.ACTS.contains(step.act()), "act");
      known(FarExhibit.OFFICES.contains(step.office()), "office");
    }
    try {
      if (content.takenOn().isAfter(teams.today().plusDays(1)) || !content.ordered()) {
        throw new RejectedMessage(RejectedMessage.Why.CONTENT, "chain");
      }
    } catch (DateTimeException e) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "on");
    }
  }

  /** What is held here is told of until it has been handed back, also after the end. */
  private boolean isHeldHere(JointTeam team, JointMessages.Shared said) {
    return rows.find(team.id(), said.id()).filter(one -> one.content().heldHere()).isPresent();
  }

  /** Nobody here takes over, measures or hands back what they have not signed for. */
  private void needsOurHand(JointMessages.Shared said) {
    boolean held = false;
    for (FarExhibit.Step step : said.exhibit().chain()) {
      boolean ours = step.office().equals("recipient");
      boolean passes = step.act().equals("handover");
      boolean signed =
          switch (step.act()) {
            case "handover" -> (!ours && !held) || custody.isSignedHere(said.id(), step.hash());
            case "refusal" -> true;
            default -> !ours;
          };
      if (!signed) {
        throw new RejectedMessage(RejectedMessage.Why.CONTENT, "office");
      }
      held = passes ? ours : held;
    }
  }

  private static void known(boolean code, String field) {
    if (!code) {
      throw new RejectedMessage(RejectedMessage.Why.UNKNOWN_CODE, field);
    }
  }

  private void unshared(JointTeam team, Received message) {
    JointMessages.Unshared said =
        JointMessages.read(message.payload(), JointMessages.Unshared.class);
    if (rows.ended(team.id(), message.sender(), said)) {
      journal.arrived(team, "joint.unshared");
    }
  }
}
