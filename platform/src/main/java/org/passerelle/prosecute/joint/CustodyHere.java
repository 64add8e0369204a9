package org.passerelle.prosecute.joint;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.prosecute.exhibit.FarHandOvers;
import org.passerelle.prosecute.joint.far.FarCertificates;
import org.passerelle.prosecute.joint.far.FarCustodyRows;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.springframework.stereotype.Component;

/**
 * What the other node says about custody of exhibits of this one: who there asks for it, what they
 * answered, and to whom its holder there offers it.
 */
@Component
class CustodyHere {
  private final ShareRows shares;
  private final FarCustodyRows rows;
  private final FarCertificates certificates;
  private final FarHandOvers handOvers;
  private final CustodyPost post;
  private final JointRecord journal;

  CustodyHere(
      ShareRows shares,
      FarCustodyRows rows,
      FarCertificates certificates,
      FarHandOvers handOvers,
      CustodyPost post,
      JointRecord journal) {
    this.shares = shares;
    this.rows = rows;
    this.certificates = certificates;
    this.handOvers = handOvers;
    this.post = post;
    this.journal = journal;
  }

  void asked(JointTeam team, UUID sender, JointMessages.Asked said) {
    if (shares.has(team.id(), said.id())
        && certificates.enter(
            team.id(),
            sender,
            said.certificate(),
            key -> rows.asked(team.id(), said.id(), key.user()))) {
      journal.arrived(team, "joint.asked");
    }
  }

  void answered(JointTeam team, UUID sender, JointMessages.Answered said) {
    if (!rows.takers(team.id(), said.id()).isEmpty()
        && !handOvers.answered(said.id(), sender, said.line())) {
      post.withdrawn(team, said.id(), said.offer());
    }
  }

  /** A colleague of theirs is told of it; somebody here reads it where the exhibit is. */
  void given(JointTeam team, UUID sender, JointMessages.Given said) {
    if (!shares.wasShared(team.id(), said.id())) {
      return;
    }
    Optional<UUID> to = handOvers.given(said.id(), sender, said.line());
    if (to.isEmpty()) {
      Offer offer = new Offer(CustodyEntry.read(said.line()));
      post.withdrawn(team, said.id(), offer.entry().hash());
    } else if (rows.takers(team.id(), said.id()).contains(to.get())) {
      post.passed(team, said.id(), said.line());
    }
  }

  /** Whoever offered it is told that it stands no more; if it was answered before, they were. */
  void withdrawn(JointTeam team, UUID sender, JointMessages.Withdrawn said) {
    if (handOvers.takenBack(said.id(), sender, said.offer())) {
      post.withdrawn(team, said.id(), said.offer());
    }
  }
}
