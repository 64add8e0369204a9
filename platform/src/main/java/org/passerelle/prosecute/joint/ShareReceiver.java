package org.passerelle.prosecute.joint;

import java.time.DateTimeException;
import java.util.Set;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.springframework.stereotype.Component;

/**
 * Receives exhibits that the other node's organisation shares with a team in force, and the end of
 * it. A chain of custody that does not follow the one before is not kept, and the page says so.
 */
@Component
class ShareReceiver implements Receiver {
  private final FarTeams teams;
  private final FarShareRows rows;
  private final FarCustodyRows custody;
  private final JointRecord journal;
  private final AuditLog audit;

  ShareReceiver(
      FarTeams teams,
      FarShareRows rows,
      FarCustodyRows custody,
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
      teams.inForce(message).ifPresent(team -> shared(team, message));
    } else {
      teams.of(message).filter(JointTeam::cameAbout).ifPresent(team -> unshared(team, message));
    }
    message.log(audit);
  }

  private void shared(JointTeam team, Received message) {
    JointMessages.Shared said = JointMessages.read(message.payload(), JointMessages.Shared.class);
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

  /** Nobody here holds what they have not signed for. */
  private void needsOurHand(JointMessages.Shared said) {
    for (FarExhibit.Step step : said.exhibit().chain()) {
      boolean ours = step.office().equals("recipient");
      if ((ours && step.act().equals("intake"))
          || (ours
              && step.act().equals("handover")
              && !custody.isSignedHere(said.id(), step.hash()))) {
        throw new RejectedMessage(RejectedMessage.Why.CONTENT, "office");
      }
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
