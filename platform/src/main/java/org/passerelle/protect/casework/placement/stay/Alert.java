package org.passerelle.protect.casework.placement.stay;

import java.time.Instant;
import java.util.UUID;

/**
 * Confirmation by an authority that it is searching for a missing person.
 *
 * @param missingAt since when the person was missing, to distinguish it from other times
 * @param confirmedAt when the authority confirmed
 */
public record Alert(
    UUID id, Instant missingAt, Instant confirmedAt, Words words, Instant at, UUID by) {
  /**
   * The encrypted part.
   *
   * @param authority the authority, and who there confirmed
   * @param reference the authority's reference number
   */
  public record Words(String authority, String reference) {}
}
