package org.passerelle.protect.phone;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enrolled device of one user of one organisation. Immutable.
 *
 * @param name what its user calls it
 * @param jwk open half of the key with which it signs
 * @param at when it was enrolled
 * @param seenAt when it last spoke with the house
 * @param waiting how many records waited on it then, as it said
 * @param lostAt since when it counts as lost, or null
 */
public record Phone(
    UUID id,
    UUID organisation,
    UUID user,
    String name,
    String jwk,
    Instant at,
    @Nullable Instant seenAt,
    int waiting,
    @Nullable Instant lostAt) {

  /** Whether it must be enrolled anew. */
  public boolean lost() {
    return lostAt != null;
  }
}
