package org.passerelle.protect.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A screening that both sides of a desk read and sign, as one side keeps it.
 *
 * @param id the same on both sides; leads to no file
 * @param here whether this side holds the screening
 * @param screening own screening: the one that was held, or the one made from what was shared; null
 *     while there is none
 * @param caseId own case, of the side that holds it
 * @param sealedUnder key of the content on this side
 * @param revision grows each time that the holder shares changed answers
 * @param digest SHA-256 of the content, which both sides sign
 * @param state {@code shared}, or {@code gone} where nothing can be read any more
 * @param reason code: why it is gone, or null
 * @param confirmedAt when the other side confirmed that, or null
 * @param signatures of either side, the oldest first
 */
public record Joint(
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
  public Joint {
    signatures = List.copyOf(signatures);
  }

  /**
   * That one side signed.
   *
   * @param here whether it was this side
   * @param by colleague; null for the other side
   */
  public record Signature(
      int revision, boolean here, String digest, Instant at, @Nullable UUID by) {}

  /** Whether it can be read. */
  public boolean shared() {
    return state.equals("shared");
  }

  /** Whether a signature counts for what stands now. */
  public boolean counts(Signature signature) {
    return signature.revision() == revision && signature.digest().equals(digest);
  }

  /** Whether one side has signed what stands now. */
  public boolean signed(boolean byUs) {
    return signatures.stream().anyMatch(s -> s.here() == byUs && counts(s));
  }

  /** How it stands, for words of the reader's. */
  public String stands() {
    if (!shared()) {
      return "gone";
    }
    return signed(true) ? signed(false) ? "both" : "ours" : signed(false) ? "theirs" : "nobody";
  }
}
