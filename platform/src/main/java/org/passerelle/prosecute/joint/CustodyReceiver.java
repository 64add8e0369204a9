package org.passerelle.prosecute.joint;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.audit.AuditLog;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.custody.Act;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.evidence.custody.Statement;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.Receiver;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.prosecute.exhibit.FarHandOvers;
import org.passerelle.prosecute.signing.FarKeys;
import org.passerelle.prosecute.signing.OfficerKey;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.springframework.stereotype.Component;

/**
 * Receives what concerns custody between two nodes. The node of the exhibit decides, in the order
 * in which things reach it (decision 0192).
 */
@Component
class CustodyReceiver implements Receiver {
  private final FarTeams teams;
  private final FarCustodyRows rows;
  private final FarShareRows shares;
  private final FarOffers offers;
  private final FarHandOvers handOvers;
  private final CustodyKeys keys;
  private final JointRecord journal;
  private final AuditLog audit;

  CustodyReceiver(
      FarTeams teams,
      FarCustodyRows rows,
      FarShareRows shares,
      FarOffers offers,
      FarHandOvers handOvers,
      CustodyKeys keys,
      JointRecord journal,
      AuditLog audit) {
    this.teams = teams;
    this.rows = rows;
    this.shares = shares;
    this.offers = offers;
    this.handOvers = handOvers;
    this.keys = keys;
    this.journal = journal;
    this.audit = audit;
  }

  /** Keys of both sides, and what this one shares. */
  @Component
  static class CustodyKeys {
    private final OfficerKeys here;
    private final FarKeys there;
    private final ShareRows shares;

    CustodyKeys(OfficerKeys here, FarKeys there, ShareRows shares) {
      this.here = here;
      this.there = there;
      this.shares = shares;
    }
  }

  @Override
  public Set<String> types() {
    return Set.of(
        JointMessages.ASKED,
        JointMessages.OFFERED,
        JointMessages.ANSWERED,
        JointMessages.WITHDRAWN);
  }

  @Override
  public void receive(Received message) {
    String body = message.payload();
    try {
      switch (message.type()) {
        case JointMessages.ASKED -> {
          JointMessages.Asked said = JointMessages.read(body, JointMessages.Asked.class);
          teams.inForce(message).ifPresent(team -> asked(team, message.sender(), said));
        }
        case JointMessages.OFFERED -> {
          JointMessages.Offered said = JointMessages.read(body, JointMessages.Offered.class);
          teams.inForce(message).ifPresent(team -> offered(team, said));
        }
        case JointMessages.ANSWERED -> {
          JointMessages.Answered said = JointMessages.read(body, JointMessages.Answered.class);
          teams.of(message).ifPresent(team -> answered(team, message.sender(), said));
        }
        default -> {
          JointMessages.Withdrawn said = JointMessages.read(body, JointMessages.Withdrawn.class);
          teams.of(message).ifPresent(team -> withdrawn(team, said));
        }
      }
    } catch (IllegalArgumentException unreadable) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "line");
    }
    message.log(audit);
  }

  private void asked(JointTeam team, UUID sender, JointMessages.Asked said) {
    boolean shared =
        keys.shares.of(team.id()).stream().anyMatch(one -> one.exhibit().equals(said.id()));
    if (shared) {
      keys.there
          .enter(Base64.getDecoder().decode(said.certificate()), sender)
          .filter(key -> rows.asked(team.id(), said.id(), key.user()))
          .ifPresent(key -> journal.arrived(team, "joint.asked"));
    }
  }

  /** Only what follows the chain as it is known here, and names a key of somebody here. */
  private void offered(JointTeam team, JointMessages.Offered said) {
    Offer offer = new Offer(CustodyEntry.read(said.line()));
    Statement statement = offer.statement();
    Certificates giver =
        Certificates.of(List.of(Certificates.read(Base64.getDecoder().decode(said.certificate()))));
    Optional<OfficerKey> taker =
        Optional.ofNullable(keys.here.holders(Set.of(statement.to())).get(statement.to()))
            .filter(key -> key.organisation().equals(team.here()));
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
      if (statement.act() != Act.HANDOVER || !offer.signedByGiver(giver)) {
        throw new RejectedMessage(RejectedMessage.Why.CONTENT, "line");
      }
      rows.offered(
          team.id(),
          said.id(),
          taker.get().user(),
          new FarCustodyRows.Line(said.line(), said.certificate()),
          offer.entry().hash());
      journal.arrived(team, "joint.offered");
    }
  }

  private void answered(JointTeam team, UUID sender, JointMessages.Answered said) {
    if (!rows.takers(team.id(), said.id()).isEmpty()
        && !handOvers.answered(said.id(), sender, said.line())) {
      offers.withdrawn(team, said.id(), said.offer());
    }
  }

  private void withdrawn(JointTeam team, JointMessages.Withdrawn said) {
    rows.of(team.id(), said.id())
        .filter(one -> said.offer().equals(one.offer()))
        .ifPresent(one -> rows.asks(team.id(), said.id(), one.user()));
  }
}
