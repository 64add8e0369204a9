package org.passerelle.protect.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.Urgency;

/**
 * The recipient's view of a referral.
 *
 * @param state {@code open}, {@code accepted}, {@code declined}, {@code revoked}, {@code done}
 * @param caseId the recipient's own case, once one was opened
 * @param withdrawnAt when the person withdrew the consent it rests on, or null
 * @param correction the last one of its sender, or null
 * @param urgency how soon its sender says it is needed
 * @param acknowledgedAt when the recipient confirmed that it no longer uses the data
 * @param joined whether it was taken up in a case that was there, which holds nothing of it
 */
public record ReceivedReferral(
    UUID id,
    UUID organisation,
    UUID sender,
    String service,
    Instant deadline,
    String state,
    boolean minor,
    Instant receivedAt,
    @Nullable Instant answeredAt,
    @Nullable UUID answeredBy,
    @Nullable String answer,
    @Nullable UUID caseId,
    @Nullable Instant withdrawnAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Correction correction,
    Urgency urgency,
    boolean joined) {

  /** Whether the recipient's own case was opened from the dossier, and so keeps what it told. */
  public boolean keeps() {
    return caseId != null && !joined;
  }

  /** Whether its dossier is closed here: it was declined, or taken back by its sender. */
  public boolean closed() {
    return state.equals("declined") || state.equals("revoked");
  }

  /**
   * Its sender put fields right.
   *
   * @param id of the message by which they came
   * @param fields their codes, since one's own file was last put right
   * @param takenAt when that was said, or null
   */
  public record Correction(UUID id, Instant at, List<String> fields, @Nullable Instant takenAt) {
    public Correction {
      fields = List.copyOf(fields);
    }
  }
}
