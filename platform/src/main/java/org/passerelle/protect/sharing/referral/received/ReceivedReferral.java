package org.passerelle.protect.sharing.referral.received;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.casework.cases.Urgency;
import org.passerelle.protect.casework.urgency.StatedDanger;
import org.passerelle.refusal.Refused;

/**
 * The recipient's view of a referral.
 *
 * @param state {@code open}, {@code accepted}, {@code declined}, {@code revoked}, {@code done}
 * @param caseId the recipient's own case, once it has been opened
 * @param withdrawnAt when the person withdrew the underlying consent, or null
 * @param correction the sender's last correction, or null
 * @param danger what the sender stated of danger
 * @param acknowledgedAt when the recipient confirmed that it no longer uses the data
 * @param erasedAt when the sender erased the person, or null; nothing that is written about it is
 *     read there any more
 * @param joined whether it was joined to an existing case, which contains none of its data
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
    @Nullable Instant erasedAt,
    @Nullable Correction correction,
    StatedDanger danger,
    boolean joined) {

  /** Urgency stated by the sender. */
  public Urgency urgency() {
    return danger.urgency();
  }

  /** Whether the recipient's own case was opened from the dossier and so contains its data. */
  public boolean keeps() {
    return caseId != null && !joined;
  }

  /**
   * Checks that it still stands.
   *
   * @throws Refused if it was taken back, or its consent withdrawn
   */
  void checkStands() {
    if (withdrawnAt != null || state.equals("revoked")) {
      throw new Refused("referral.refused.withdrawn");
    }
  }

  /**
   * Checks that its sender can read what is written about it.
   *
   * @throws Refused if the sender erased the person
   */
  void checkIsRead() {
    if (erasedAt != null) {
      throw new Refused("referral.refused.erased-there").at("text");
    }
  }

  /** Whether the dossier is closed here because it was declined or recalled. */
  public boolean closed() {
    return state.equals("declined") || state.equals("revoked");
  }

  /**
   * A correction by the sender.
   *
   * @param id of the message that carried it
   * @param fields codes of fields corrected since the recipient's own file was last confirmed as
   *     correct
   * @param takenAt when that was confirmed, or null
   */
  public record Correction(UUID id, Instant at, List<String> fields, @Nullable Instant takenAt) {
    public Correction {
      fields = List.copyOf(fields);
    }
  }
}
