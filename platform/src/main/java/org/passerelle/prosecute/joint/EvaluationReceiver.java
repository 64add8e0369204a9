package org.passerelle.prosecute.joint;

import java.util.Set;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.springframework.stereotype.Component;

/**
 * Receives what the other node's organisation says of a team on which both were to the end. It may
 * come before the end has been reached here, and is read after it.
 */
@Component
class EvaluationReceiver implements Receiver {
  private final FarTeams teams;
  private final EvaluationRows rows;
  private final JointRecord journal;
  private final AuditLog audit;

  EvaluationReceiver(FarTeams teams, EvaluationRows rows, JointRecord journal, AuditLog audit) {
    this.teams = teams;
    this.rows = rows;
    this.journal = journal;
    this.audit = audit;
  }

  @Override
  public Set<String> types() {
    return Set.of(JointMessages.EVALUATED);
  }

  @Override
  public void receive(Received message) {
    teams.of(message).filter(JointTeam::agreed).ifPresent(team -> evaluated(team, message));
    message.log(audit);
  }

  private void evaluated(JointTeam team, Received message) {
    JointMessages.Evaluated said =
        JointMessages.read(message.payload(), JointMessages.Evaluated.class);
    if (!said.results().keySet().equals(Set.copyOf(JointEvaluation.RESULTS))) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "results");
    }
    if (rows.arrived(team.id(), message.sender(), said)) {
      journal.arrived(team, "joint.evaluated");
    }
  }
}
