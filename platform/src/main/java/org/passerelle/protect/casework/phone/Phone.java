package org.passerelle.protect.casework.phone;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An enrolled device of one user of one organisation. Immutable.
 *
 * @param name name given by its user
 * @param jwk public key of its signatures
 * @param at when it was enrolled
 * @param seenAt when it last connected
 * @param waiting number of unsent records that it reported then
 * @param lostAt when it was reported lost, or null
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

  /** Whether it has to be enrolled again. */
  public boolean lost() {
    return lostAt != null;
  }
}
