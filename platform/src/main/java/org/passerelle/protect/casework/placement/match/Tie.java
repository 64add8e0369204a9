package org.passerelle.protect.casework.placement.match;

import java.util.UUID;

/**
 * Two children who belong together, or must not live in the same house. Immutable.
 *
 * @param other the other case
 * @param code code of the other case, or empty if the reader does not see it
 * @param kind {@code together} or {@code apart}
 * @param reason explanation, encrypted at rest; empty if the reader does not see the other case
 */
public record Tie(UUID id, UUID caseId, UUID other, String code, String kind, String reason) {
  /** A copy for a reader who does not see the other case. */
  Tie hidden() {
    return new Tie(id, caseId, other, "", kind, "");
  }
}
