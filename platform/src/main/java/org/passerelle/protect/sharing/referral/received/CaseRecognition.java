package org.passerelle.protect.sharing.referral.received;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.sharing.referral.dossier.Dossier;

/**
 * Finds cases of the recipient's that a received dossier may be about. Each method of recognition
 * is one bean, in the package that implements it.
 */
public interface CaseRecognition {

  /**
   * Matching cases that the reader sees, best match first.
   *
   * @param dossier as received; fields that were left out cannot be compared
   */
  List<UUID> of(ReceivedReferral received, Dossier dossier, SignedIn who);
}
