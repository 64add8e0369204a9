package org.passerelle.protect.identity.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A screening read and signed by both sides of a desk, as stored by one side.
 *
 * @param id identical on both sides; does not refer to a file
 * @param here whether this side conducted the screening
 * @param screening this side's screening, either the original or the one made from the shared
 *     content; null if there is none
 * @param caseId case of the side that conducted it
 * @param sealedUnder key of the content on this side
 * @param revision incremented each time changed answers are shared
 * @param digest SHA-256 of the content, which both sides sign
 * @param state {@code shared}, or {@code gone} if it can no longer be read
 * @param reason code of the reason why it is gone, or null
 * @param confirmedAt when the other side confirmed the deletion, or null
 * @param signatures signatures of both sides, oldest first
 */
public record JointScreening(
    UUID id,
    UUID organisation,
    UUID desk,
    boolean here,
    @Nullable UUID screening,
    @Nullable UUID caseId,
    UUID sealedUnder,
    int revision,
    String digest,
    boolean minor,
    Instant at,
    String state,
    @Nullable String reason,
    @Nullable Instant confirmedAt,
    List<Signature> signatures) {
  public JointScreening {
    signatures = List.copyOf(signatures);
  }

  /**
   * A signature of one side.
   *
   * @param here whether it is this side's
   * @param by officer; null for the other side
   */
  public record Signature(
      int revision, boolean here, String digest, Instant at, @Nullable UUID by) {}

  public boolean shared() {
    return state.equals("shared");
  }

  /** Whether a signature applies to the current content. */
  public boolean counts(Signature signature) {
    return signature.revision() == revision && signature.digest().equals(digest);
  }

  /** Whether one side has signed the current content. */
  public boolean signed(boolean byUs) {
    return signatures.stream().anyMatch(s -> s.here() == byUs && counts(s));
  }

  /** Status code, to be translated for the reader. */
  public String stands() {
    if (!shared()) {
      return "gone";
    }
    return signed(true) ? signed(false) ? "both" : "ours" : signed(false) ? "theirs" : "nobody";
  }
}
