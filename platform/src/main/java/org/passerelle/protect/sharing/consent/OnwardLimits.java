package org.passerelle.protect.sharing.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.cases.Case;

/**
 * Cases that were opened from a dossier which may not be passed on, or which its sender has taken
 * back since. To anybody but its origin, something of them goes only with the origin's permission,
 * or, where life and limb or a court do not wait for it, with a second person's yes; then the
 * origin is told. What was allowed before a dossier was taken back is not allowed any more.
 * Answered by whoever keeps the dossiers.
 */
public interface OnwardLimits {
  /** Legal bases that do not wait for another organisation's answer. */
  Set<String> URGENT = Set.of("vital_interests", "court_request", "law");

  /**
   * The limit of a case.
   *
   * @param referral referral by which it was received
   * @param origin sender of the referral
   * @param takenBack when the sender recalled it, or null
   */
  record Limit(UUID referral, UUID origin, @Nullable Instant takenBack) {
    /** Whether what was decided at this moment still holds. */
    public boolean heldSince(Instant decided) {
      return takenBack == null || decided.isAfter(takenBack);
    }
  }

  /**
   * Cases of one organisation that must not be included in an exported file, since such a file can
   * be passed on to anybody. For a referral the origin can be asked.
   */
  Set<UUID> inNoFile(Collection<UUID> cases, UUID organisation);

  /** What forbids passing this case on to this recipient without being asked. */
  Optional<Limit> of(Case file, UUID recipient);

  /**
   * Whether exactly this was permitted by the origin or, if it could not wait, by a second person.
   * Steps of a hand-over are not fields of the dossier; they may go where the dossier may go.
   */
  boolean allowed(
      Limit limit, Case file, UUID recipient, String purpose, Collection<String> fields);

  /** Whether a basis of this kind does not wait for the origin. */
  static boolean urgent(String basisKind) {
    return URGENT.contains(basisKind);
  }
}
