package org.passerelle.steer.release.estimate;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.steer.release.Proposal;

/**
 * A published estimate as it stands in the archive.
 *
 * @param study the study it was made of; not public
 * @param by who asked and who approved; not public
 */
public record EstimateRelease(int number, UUID study, Instant at, Proposal.Frozen frozen, By by) {

  /** The names of the two persons. */
  public record By(String asked, String approved) {}

  /** What was published. */
  public PublishedEstimate content() {
    return PublishedEstimate.read(frozen.content());
  }
}
