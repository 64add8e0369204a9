package org.passerelle.protect.placement.stay;

import java.time.Instant;
import java.util.UUID;

/**
 * That an authority has confirmed to look for somebody who is missing.
 *
 * @param missingAt since when they were, so that it is told from another time
 * @param confirmedAt when the authority said so
 */
public record Alert(
    UUID id, Instant missingAt, Instant confirmedAt, Words words, Instant at, UUID by) {
  /**
   * The sealed part.
   *
   * @param authority which, and who there said so
   * @param reference its number of the alert
   */
  public record Words(String authority, String reference) {}
}
