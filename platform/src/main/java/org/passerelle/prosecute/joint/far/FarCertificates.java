package org.passerelle.prosecute.joint.far;

import java.util.Base64;
import java.util.UUID;
import java.util.function.Predicate;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.prosecute.signing.FarKeys;
import org.passerelle.prosecute.signing.OfficerKey;
import org.springframework.stereotype.Component;

/** Certificates that come with messages about a team, and how many of them. */
@Component
public class FarCertificates {
  /** How many people of the other node a team can know; a team has fewer. */
  public static final int MOST = 200;

  private final FarKeys keys;
  private final FarGivenRows rows;

  FarCertificates(FarKeys keys, FarGivenRows rows) {
    this.keys = keys;
    this.rows = rows;
  }

  /**
   * Enters one of somebody of an organisation, who is known to the team then.
   *
   * @param certificate DER in base64
   * @param adds makes them known, and tells whether they were not
   * @return whether they were not
   * @throws IllegalArgumentException if it is no certificate
   * @throws RejectedMessage if the team would know too many, which undoes what was entered
   */
  public boolean enter(
      UUID team, UUID organisation, String certificate, Predicate<OfficerKey> adds) {
    boolean added =
        keys.enter(Base64.getDecoder().decode(certificate), organisation).filter(adds).isPresent();
    if (added && rows.certificates(team) > MOST) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "most-certificates");
    }
    return added;
  }
}
