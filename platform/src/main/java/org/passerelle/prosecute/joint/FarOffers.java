package org.passerelle.prosecute.joint;

import java.security.cert.CertificateEncodingException;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.evidence.custody.Statement;
import org.passerelle.prosecute.exhibit.CustodyTold;
import org.passerelle.prosecute.exhibit.CustodyWords;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the other node what is offered to somebody there, and what is offered no more. The place
 * and the reason go with the signed line, so they are looked at before.
 */
@Component
class FarOffers {
  private final FarCustodyRows rows;
  private final JointTeamRows teams;
  private final JointPost post;
  private final Bringing bringing;
  private final OfficerKeys keys;

  FarOffers(
      FarCustodyRows rows,
      JointTeamRows teams,
      JointPost post,
      Bringing bringing,
      OfficerKeys keys) {
    this.rows = rows;
    this.teams = teams;
    this.post = post;
    this.bringing = bringing;
    this.keys = keys;
  }

  @EventListener
  void on(CustodyTold.Offered offered) {
    rows.team(offered.exhibit(), offered.to())
        .flatMap(teams::find)
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

  /** A certificate in base64. */
  String certificate(String id) {
    try {
      return Base64.getEncoder()
          .encodeToString(keys.certificates(Set.of(id)).find(id).orElseThrow().getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(
          "The certificate %s cannot be written.%nMaybe it was altered.".formatted(id), e);
    }
  }

  @EventListener
  void on(CustodyTold.Withdrawn withdrawn) {
    rows.team(withdrawn.exhibit(), withdrawn.to())
        .flatMap(teams::find)
        .ifPresent(team -> withdrawn(team, withdrawn.exhibit(), hash(withdrawn.offer())));
  }

  private static String hash(Offer offer) {
    return offer.entry().hash();
  }

  /** Tells that an offer stands no more. */
  void withdrawn(JointTeam team, UUID exhibit, String offer) {
    post.tell(
        team, JointMessages.WITHDRAWN, new JointMessages.Withdrawn(exhibit, offer), team.here());
  }
}
