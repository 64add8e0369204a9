package org.passerelle.prosecute.joint;

import java.util.Set;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.springframework.stereotype.Component;

/**
 * Receives what the other node says about custody, of exhibits of this one or of its own. The node
 * of an exhibit decides in the order in which things reach it (decisions 0192 and 0170).
 */
@Component
class CustodyReceiver implements Receiver {
  private final FarTeams teams;
  private final ShareRows shares;
  private final CustodyHere here;
  private final CustodyThere there;
  private final AuditLog audit;

  CustodyReceiver(
      FarTeams teams, ShareRows shares, CustodyHere here, CustodyThere there, AuditLog audit) {
    this.teams = teams;
    this.shares = shares;
    this.here = here;
    this.there = there;
    this.audit = audit;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        JointMessages.ASKED,
        JointMessages.OFFERED,
        JointMessages.GIVEN,
        JointMessages.ANSWERED,
        JointMessages.WITHDRAWN);
  }

  @Override
  public void receive(Received message) {
    try {
      teams.of(message).filter(JointTeam::cameAbout).ifPresent(team -> take(team, message));
    } catch (IllegalArgumentException unreadable) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "line");
    }
    message.log(audit);
  }

  private void take(JointTeam team, Received message) {
    UUID sender = message.sender();
    String body = message.payload();
    switch (message.type()) {
      case JointMessages.ASKED -> {
        JointMessages.Asked said = JointMessages.read(body, JointMessages.Asked.class);
        if (!isOurs(team, said.id())) {
          there.asked(team, sender, said);
        } else if (inForce(team)) {
          here.asked(team, sender, said);
        }
      }
      case JointMessages.OFFERED -> {
        if (inForce(team)) {
          there.offered(team, sender, JointMessages.read(body, JointMessages.Offered.class));
        }
      }
      case JointMessages.GIVEN ->
          here.given(team, sender, JointMessages.read(body, JointMessages.Given.class));
      case JointMessages.ANSWERED -> {
        JointMessages.Answered said = JointMessages.read(body, JointMessages.Answered.class);
        if (isOurs(team, said.id())) {
          here.answered(team, sender, said);
        } else {
          there.answered(team, said);
        }
      }
      default -> {
        JointMessages.Withdrawn said = JointMessages.read(body, JointMessages.Withdrawn.class);
        if (isOurs(team, said.id())) {
          here.withdrawn(team, sender, said);
        } else {
          there.withdrawn(team, said);
        }
      }
    }
  }

  private boolean isOurs(JointTeam team, UUID exhibit) {
    return shares.wasShared(team.id(), exhibit);
  }

  private boolean inForce(JointTeam team) {
    return team.agreed() && teams.goesOn(team);
  }
}
