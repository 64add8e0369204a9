package org.passerelle.prosecute.joint;

import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.evidence.custody.Statement;
import org.passerelle.prosecute.exhibit.CustodyTold;
import org.passerelle.prosecute.exhibit.CustodyWords;
import org.passerelle.prosecute.joint.far.FarCustodyRows;
import org.passerelle.prosecute.joint.far.JointMessages;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.refusal.Refused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the other node what is offered to somebody there and what is offered no more, and what is
 * asked and answered here about an exhibit there. The place and the reason of an offer go with its
 * signed line, so they are looked at before.
 */
@Component
class CustodyPost {
  private final FarCustodyRows rows;
  private final ShareRows shares;
  private final JointTeamRows teams;
  private final JointPost post;
  private final Bringing bringing;
  private final OfficerKeys keys;
  private final JointRecord records;

  CustodyPost(
      FarCustodyRows rows,
      ShareRows shares,
      JointTeamRows teams,
      JointPost post,
      Bringing bringing,
      OfficerKeys keys,
      JointRecord records) {
    this.rows = rows;
    this.shares = shares;
    this.teams = teams;
    this.post = post;
    this.bringing = bringing;
    this.keys = keys;
    this.records = records;
  }

  @EventListener
  void on(CustodyTold.Offered offered) {
    List<UUID> asked = rows.teams(offered.exhibit(), offered.to());
    shares.reading(offered.exhibit()).stream()
        .map(ShareRows.Reading::team)
        .filter(team -> asked.contains(team.id()))
        .findFirst()
        .ifPresent(team -> tell(team, offered));
  }

  private void tell(JointTeam team, CustodyTold.Offered offered) {
    Statement said = offered.offer().statement();
    bringing.protects(
        offered.investigation(), new CustodyWords(said.place(), said.reason()), offered.who());
    bringing.unsheltered(team, new CustodyWords(said.place(), said.reason()));
    post.tell(
        team,
        JointMessages.OFFERED,
        new JointMessages.Offered(
            offered.exhibit(), offered.offer().entry().line(), certificate(said.from())),
        team.here());
  }

  /** Tells somebody there what a colleague of theirs offers, whom this node let offer it. */
  void passed(JointTeam team, UUID exhibit, String line) {
    String giver = CustodyEntry.read(line).statement().from();
    post.tell(
        team,
        JointMessages.OFFERED,
        new JointMessages.Offered(exhibit, line, certificate(giver)),
        team.here());
  }

  private String certificate(String id) {
    try {
      return Base64.getEncoder()
          .encodeToString(keys.certificates(Set.of(id)).find(id).orElseThrow().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(
          "The certificate %s cannot be written.%nMaybe it was altered.".formatted(id), e);
    }
  }

  /** In each team where they asked: it may have ended since they were offered it. */
  @EventListener
  void on(CustodyTold.Withdrawn withdrawn) {
    String offer = withdrawn.offer().entry().hash();
    rows.teams(withdrawn.exhibit(), withdrawn.to()).stream()
        .flatMap(team -> teams.find(team).stream())
        .forEach(team -> withdrawn(team, withdrawn.exhibit(), offer));
  }

  /** Tells that an offer stands no more. */
  void withdrawn(JointTeam team, UUID exhibit, String offer) {
    post.tell(
        team, JointMessages.WITHDRAWN, new JointMessages.Withdrawn(exhibit, offer), team.here());
  }

  /**
   * Asks the other office for custody of an exhibit, of its own or of ours.
   *
   * @param certificate name of the certificate to which it can be offered
   * @throws Refused if the other node does not take that
   */
  void asked(JointTeam team, UUID exhibit, String certificate, SignedIn who) {
    if (!post.reaches(team, JointMessages.ASKED)) {
      throw new Refused("joint.refused.far");
    }
    post.tell(
        team,
        JointMessages.ASKED,
        new JointMessages.Asked(exhibit, certificate(certificate)),
        who.organisation());
    records.write(team, "joint.asked", who);
  }

  /** Answers an offer. */
  void answered(JointTeam team, UUID exhibit, Offer offer, CustodyEntry answer, SignedIn who) {
    post.tell(
        team,
        JointMessages.ANSWERED,
        new JointMessages.Answered(exhibit, offer.entry().hash(), answer.line()),
        who.organisation());
    records.write(team, "joint.answered", who);
  }

  /**
   * Offers an exhibit of the other node.
   *
   * @throws Refused if that node does not take it
   */
  void given(JointTeam team, UUID exhibit, Offer offer, SignedIn who) {
    if (!post.reaches(team, JointMessages.GIVEN)) {
      throw new Refused("joint.refused.far");
    }
    post.tell(
        team,
        JointMessages.GIVEN,
        new JointMessages.Given(exhibit, offer.entry().line()),
        who.organisation());
    records.write(team, "joint.given", who);
  }

  /** Tells that such an offer is taken back. */
  void takenBack(JointTeam team, UUID exhibit, Offer offer, SignedIn who) {
    withdrawn(team, exhibit, offer.entry().hash());
    records.write(team, "joint.taken-back", who);
  }
}
