package org.passerelle.evidence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found of a case file.
 *
 * @param number of the case; empty where it cannot be read
 * @param version for whom it was compiled; empty where it cannot be read
 * @param exhibits how many are there
 * @param signer whose certificate the seal carries (RFC 2253); empty where there is none
 * @param signerId that certificate's SHA-256 in base64url, to be compared with a copy that one
 *     trusts
 * @param sealedAt when the signer says to have sealed it; null where there is no seal
 * @param compared whether the signer was compared with one that the caller trusts
 * @param departures none, if all is as it was sealed
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
  /** What is given may change afterwards. */
  public Verdict {
    number = BadCaseFile.shown(number);
    version = BadCaseFile.shown(version);
    signer = BadCaseFile.shown(signer);
    departures = List.copyOf(departures);
  }

  /** Whether nothing departs. */
  public boolean sound() {
    return departures.isEmpty();
  }
}
