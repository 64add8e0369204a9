package org.passerelle.protect.referral;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;

/**
 * Cases of the recipient's that a dossier which arrived may be about. Each way by which somebody is
 * recognised is one bean, in the room that knows it.
 */
public interface KnownAlready {

  /**
   * Those that the reader sees, the likeliest first.
   *
   * @param dossier as it was given; what was left out of it cannot be compared
   */
  List<UUID> of(ReceivedReferral received, Dossier dossier, SignedIn who);
}
