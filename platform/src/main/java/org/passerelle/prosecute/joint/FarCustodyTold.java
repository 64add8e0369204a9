package org.passerelle.prosecute.joint;

import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/** Tells the node of an exhibit that somebody here asks for it, or what they answered. */
@Component
class FarCustodyTold {
  private final JointPost post;
  private final FarOffers offers;
  private final JointRecord records;

  FarCustodyTold(JointPost post, FarOffers offers, JointRecord records) {
    this.post = post;
    this.offers = offers;
    this.records = records;
  }

  void asked(JointTeam team, UUID exhibit, String certificate, SignedIn who) {
    if (!post.reaches(team, JointMessages.ASKED)) {
      throw new Refused("joint.refused.far");
    }
    post.tell(
        team,
        JointMessages.ASKED,
        new JointMessages.Asked(exhibit, offers.certificate(certificate)),
        who.organisation());
    records.write(team, "joint.asked", who);
  }

  void answered(JointTeam team, UUID exhibit, Offer offer, CustodyEntry answer, SignedIn who) {
    post.tell(
        team,
        JointMessages.ANSWERED,
        new JointMessages.Answered(exhibit, offer.entry().hash(), answer.line()),
        who.organisation());
    records.write(team, "joint.answered", who);
  }
}
