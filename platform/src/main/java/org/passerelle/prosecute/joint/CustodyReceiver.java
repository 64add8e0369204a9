package org.passerelle.prosecute.joint;

import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.prosecute.exhibit.FarHandOvers;
import org.passerelle.prosecute.signing.FarKeys;
import org.springframework.stereotype.Component;

/**
 * Receives what somebody of another node asks and answers about custody of exhibits of this one,
 * which decides in the order in which things reach it (decision 0192).
 */
@Component
class CustodyReceiver implements Receiver {
  private final FarTeams teams;
  private final ShareRows shares;
  private final FarCustodyRows rows;
  private final FarKeys keys;
  private final FarHandOvers handOvers;
  private final CustodyPost post;
  private final JointRecord journal;
  private final AuditLog audit;

  CustodyReceiver(
      FarTeams teams,
      ShareRows shares,
      FarCustodyRows rows,
      FarKeys keys,
      FarHandOvers handOvers,
      CustodyPost post,
      JointRecord journal,
      AuditLog audit) {
    this.teams = teams;
    this.shares = shares;
    this.rows = rows;
    this.keys = keys;
    this.handOvers = handOvers;
    this.post = post;
    this.journal = journal;
    this.audit = audit;
  }

  @Override
  public Set<String> types() {
    return Set.of(JointMessages.ASKED, JointMessages.ANSWERED);
  }

  @Override
  public void receive(Received message) {
    String body = message.payload();
    if (message.type().equals(JointMessages.ASKED)) {
      JointMessages.Asked said = JointMessages.read(body, JointMessages.Asked.class);
      teams.inForce(message).ifPresent(team -> asked(team, message.sender(), said));
    } else {
      JointMessages.Answered said = JointMessages.read(body, JointMessages.Answered.class);
      teams.of(message).ifPresent(team -> answered(team, message.sender(), said));
    }
    message.log(audit);
  }

  private void asked(JointTeam team, UUID sender, JointMessages.Asked said) {
    if (shares.has(team.id(), said.id())) {
      try {
        keys.enter(Base64.getDecoder().decode(said.certificate()), sender)
            .filter(key -> rows.asked(team.id(), said.id(), key.user()))
            .ifPresent(key -> journal.arrived(team, "joint.asked"));
      } catch (IllegalArgumentException unreadable) {
        throw new RejectedMessage(RejectedMessage.Why.CONTENT, "line");
      }
    }
  }

  private void answered(JointTeam team, UUID sender, JointMessages.Answered said) {
    if (!rows.takers(team.id(), said.id()).isEmpty()
        && !handOvers.answered(said.id(), sender, said.line())) {
      post.withdrawn(team, said.id(), said.offer());
    }
  }
}
