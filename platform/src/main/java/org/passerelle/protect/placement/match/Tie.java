package org.passerelle.protect.placement.match;

import java.util.UUID;

/**
 * Two children who belong together, or must not live in one house. Immutable.
 *
 * @param other the other's case, as seen from the one it is asked for
 * @param code of the other's case, or empty for whoever does not see it
 * @param kind {@code together} or {@code apart}
 * @param reason in words, sealed at rest; empty for whoever does not see the other's case
 */
public record Tie(UUID id, UUID caseId, UUID other, String code, String kind, String reason) {
  /** The same for somebody who does not see the other's case. */
  Tie hidden() {
    return new Tie(id, caseId, other, "", kind, "");
  }
}
