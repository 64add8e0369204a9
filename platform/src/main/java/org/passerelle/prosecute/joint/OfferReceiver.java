package org.passerelle.prosecute.joint;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.passerelle.audit.AuditLog;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.custody.Act;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.evidence.custody.Statement;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.prosecute.signing.OfficerKey;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.springframework.stereotype.Component;

/** Receives offers of exhibits of another node to somebody of this one, and their end. */
@Component
class OfferReceiver implements Receiver {
  private final FarTeams teams;
  private final FarShareRows shares;
  private final FarCustodyRows rows;
  private final OfficerKeys keys;
  private final JointPeople people;
  private final JointRecord journal;
  private final AuditLog audit;

  OfferReceiver(
      FarTeams teams,
      FarShareRows shares,
      FarCustodyRows rows,
      OfficerKeys keys,
      JointPeople people,
      JointRecord journal,
      AuditLog audit) {
    this.teams = teams;
    this.shares = shares;
    this.rows = rows;
    this.keys = keys;
    this.people = people;
    this.journal = journal;
    this.audit = audit;
  }

  @Override
  public Set<String> types() {
    return Set.of(JointMessages.OFFERED, JointMessages.WITHDRAWN);
  }

  @Override
  public void receive(Received message) {
    String body = message.payload();
    if (message.type().equals(JointMessages.OFFERED)) {
      JointMessages.Offered said = JointMessages.read(body, JointMessages.Offered.class);
      teams.inForce(message).ifPresent(team -> offered(team, said));
    } else {
      JointMessages.Withdrawn said = JointMessages.read(body, JointMessages.Withdrawn.class);
      teams.of(message).ifPresent(team -> withdrawn(team, said));
    }
    message.log(audit);
  }

  /** Only what follows the chain as it is known here, and names a key of somebody of the team. */
  private void offered(JointTeam team, JointMessages.Offered said) {
    Offer offer = signed(said);
    Statement statement = offer.statement();
    Optional<OfficerKey> taker =
        Optional.ofNullable(keys.holders(Set.of(statement.to())).get(statement.to()))
            .filter(key -> key.organisation().equals(team.here()))
            .filter(key -> isOn(team, key));
    boolean follows =
        shares
            .find(team.id(), said.id())
            .map(FarExhibit::content)
            .filter(content -> content.number().equals(statement.item()))
            .filter(content -> content.head().equals(statement.previous()))
            .isPresent();
    boolean again =
        rows.of(team.id(), said.id())
            .filter(one -> offer.entry().hash().equals(one.offer()))
            .isPresent();
    if (taker.isPresent() && follows && !again) {
      rows.offered(
          team.id(),
          said.id(),
          taker.get().user(),
          new FarCustodyRows.Line(said.line(), said.certificate()),
          offer.entry().hash());
      journal.arrived(team, "joint.offered");
    }
  }

  private boolean isOn(JointTeam team, OfficerKey key) {
    return people.of(team).getOrDefault(team.here(), List.of()).contains(key.user());
  }

  private static Offer signed(JointMessages.Offered said) {
    try {
      Offer offer = new Offer(CustodyEntry.read(said.line()));
      byte[] giver = Base64.getDecoder().decode(said.certificate());
      if (offer.statement().act() == Act.HANDOVER
          && offer.signedByGiver(Certificates.of(List.of(Certificates.read(giver))))) {
        return offer;
      }
    } catch (IllegalArgumentException unreadable) {
      // refused below, like one that is not signed
    }
    throw new RejectedMessage(RejectedMessage.Why.CONTENT, "line");
  }

  private void withdrawn(JointTeam team, JointMessages.Withdrawn said) {
    rows.of(team.id(), said.id())
        .filter(one -> said.offer().equals(one.offer()))
        .ifPresent(one -> rows.asks(team.id(), said.id(), one.user()));
  }
}
