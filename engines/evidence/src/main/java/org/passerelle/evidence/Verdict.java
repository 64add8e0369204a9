package org.passerelle.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying a case file.
 *
 * @param number number of the case; empty if unreadable
 * @param version version of the case file; empty if unreadable
 * @param exhibits number of exhibits present
 * @param signer subject of the seal's certificate (RFC 2253); empty if there is none
 * @param signerId SHA-256 of that certificate in base64url, for comparison with a trusted copy
 * @param sealedAt time of sealing as claimed by the signer; null without a seal
 * @param compared whether the signer was compared with a trusted one
 * @param departures empty if everything is as it was sealed
 */
public record Verdict(
    String number,
    String version,
    int exhibits,
    String signer,
    String signerId,
    @Nullable Instant sealedAt,
    boolean compared,
    List<Departure> departures) {
  /** Makes defensive copies. */
  public Verdict {
    number = BadCaseFile.shown(number);
    version = BadCaseFile.shown(version);
    signer = BadCaseFile.shown(signer);
    departures = List.copyOf(departures);
  }

  /** Whether there is no departure. */
  public boolean sound() {
    return departures.isEmpty();
  }
}
