package org.passerelle.prosecute.joint;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.evidence.Certificates;
import org.passerelle.evidence.custody.Act;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.evidence.custody.Statement;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.prosecute.joint.far.FarCertificates;
import org.passerelle.prosecute.joint.far.FarCustodyRows;
import org.passerelle.prosecute.joint.far.FarExhibit;
import org.passerelle.prosecute.joint.far.FarGivenRows;
import org.passerelle.prosecute.joint.far.FarShareRows;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.prosecute.signing.OfficerKey;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.springframework.stereotype.Component;

/**
 * What the other node says about custody of its own exhibits: offers to somebody here and their
 * end, who there asks for one that is held here, and that one was taken back from here.
 */
@Component
class CustodyThere {
  private final FarShareRows shares;
  private final FarCustodyRows rows;
  private final FarGivenRows given;
  private final OfficerKeys keys;
  private final FarCertificates certificates;
  private final JointPeople people;
  private final JointRecord journal;

  CustodyThere(
      FarShareRows shares,
      FarCustodyRows rows,
      FarGivenRows given,
      OfficerKeys keys,
      FarCertificates certificates,
      JointPeople people,
      JointRecord journal) {
    this.shares = shares;
    this.rows = rows;
    this.given = given;
    this.keys = keys;
    this.certificates = certificates;
    this.people = people;
    this.journal = journal;
  }

  /** Somebody there can be handed it by whoever holds it here. */
  void asked(JointTeam team, UUID sender, JointMessages.Asked said) {
    if (isTheirs(team, sender, said.id()) && enter(team, sender, said.id(), said.certificate())) {
      journal.arrived(team, "joint.asked");
    }
  }

  private boolean isTheirs(JointTeam team, UUID sender, UUID exhibit) {
    return shares.find(team.id(), exhibit).filter(one -> one.office().equals(sender)).isPresent();
  }

  private boolean enter(JointTeam team, UUID sender, UUID exhibit, String certificate) {
    return certificates.enter(
        team.id(),
        sender,
        certificate,
        key -> given.canTake(team.id(), exhibit, key.certificateId(), key.user(), true));
  }

  /** Only what follows the chain as it is known here, and names a key of somebody of the team. */
  void offered(JointTeam team, UUID sender, JointMessages.Offered said) {
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
            .filter(content -> isOfHolder(team, said.id(), content, statement))
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
      enter(team, sender, said.id(), said.certificate());
      journal.arrived(team, "joint.offered");
    }
  }

  /** What is held here, only its holder here can offer. */
  private boolean isOfHolder(
      JointTeam team, UUID exhibit, FarExhibit.Content content, Statement offered) {
    return !content.heldHere()
        || given
            .holder(team.id(), exhibit, content.taking())
            .filter(one -> one.certificate().equals(offered.from()))
            .isPresent();
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

  /** What was offered to somebody here, or by them, stands no more. */
  void withdrawn(JointTeam team, JointMessages.Withdrawn said) {
    rows.of(team.id(), said.id())
        .filter(one -> said.offer().equals(one.offer()))
        .ifPresent(one -> unoffered(team, said.id(), one));
    Optional<FarGivenRows.Given> ours = given.given(team.id(), said.id());
    if (given.settled(team.id(), said.id(), said.offer())
        && ours.filter(one -> !one.withdrawn()).isPresent()) {
      journal.arrived(team, "joint.void");
    }
  }

  /** They can be offered it again, as before. */
  private void unoffered(JointTeam team, UUID exhibit, FarCustodyRows.Standing offered) {
    FarCustodyRows.Line line = offered.line();
    if (line != null) {
      String to = CustodyEntry.read(line.line()).statement().to();
      given.canTake(team.id(), exhibit, to, offered.user(), false);
    }
    rows.unoffered(team.id(), exhibit, offered.user());
  }

  /** Somebody there took what was offered from here: known only by both signatures. */
  void answered(JointTeam team, JointMessages.Answered said) {
    Optional<Offer> offer =
        given
            .given(team.id(), said.id())
            .map(FarGivenRows.Given::offer)
            .filter(one -> one.entry().hash().equals(said.offer()));
    if (offer.isPresent()) {
      CustodyEntry entry = CustodyEntry.read(said.line());
      Statement offered = offer.get().statement();
      if (!offer.get().takenAs(entry, keys.certificates(List.of(offered.from(), offered.to())))) {
        throw new RejectedMessage(RejectedMessage.Why.CONTENT, "line");
      }
      given.signed(team.id(), said.id(), entry.hash(), null);
      given.settled(team.id(), said.id(), said.offer());
      journal.arrived(team, "joint.returned");
    }
  }
}
