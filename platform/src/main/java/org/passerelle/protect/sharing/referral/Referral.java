package org.passerelle.protect.sharing.referral;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.sharing.referral.message.Course;

/**
 * The sender's view of a referral: a request for a service, while the case stays with the sender.
 *
 * @param state {@code draft}, {@code queued}, {@code sent}, {@code accepted}, {@code declined},
 *     {@code revoked}, {@code done}, {@code stopped}
 * @param answer reason code if it was declined or stopped, or null
 * @param fields codes of the fields given
 * @param answers identifiers of screening questions whose answers are given
 * @param basis consent or legal basis, or null for a draft without one
 * @param correctedAt when the recipient was last told of changed fields, or null
 * @param placeNow where the person is now, or empty
 * @param correctionTakenAt when the recipient confirmed that its own file is correct, or null
 * @param recalledAt when the recipient was told that the consent was withdrawn or the request taken
 *     back, or null
 */
public record Referral(
    UUID id,
    UUID organisation,
    UUID caseId,
    UUID recipient,
    String service,
    String purpose,
    Instant deadline,
    String state,
    String request,
    List<String> fields,
    List<String> answers,
    @Nullable UUID basis,
    @Nullable String answer,
    Instant at,
    UUID by,
    @Nullable Instant sentAt,
    @Nullable Instant answeredAt,
    @Nullable Instant withdrawalAcknowledgedAt,
    @Nullable Instant correctedAt,
    @Nullable Instant correctionTakenAt,
    String placeNow,
    @Nullable Instant recalledAt) {
  public Referral {
    fields = List.copyOf(fields);
    answers = List.copyOf(answers);
  }

  /** A copy with proposed fields and basis, which are not stored. */
  public Referral proposing(List<String> chosen, UUID on) {
    return new Referral(
        id,
        organisation,
        caseId,
        recipient,
        service,
        purpose,
        deadline,
        state,
        request,
        chosen,
        answers,
        on,
        answer,
        at,
        by,
        sentAt,
        answeredAt,
        withdrawalAcknowledgedAt,
        correctedAt,
        correctionTakenAt,
        placeNow,
        recalledAt);
  }

  /** Whether its recipient has the dossier. */
  public boolean isWithRecipient() {
    return Set.of("sent", "accepted", "declined", "done").contains(state);
  }

  /** Whether an answer is outstanding; nobody answers what was withdrawn. */
  public boolean awaited() {
    return (state.equals("queued") || state.equals("sent")) && recalledAt == null;
  }

  /** Whether the consent was withdrawn after the recipient had received something. */
  public boolean withdrawn() {
    return recalledAt != null && !state.equals("revoked");
  }

  /** Status code, to be translated: the state, or {@code withdrawn}. */
  public String stands() {
    return withdrawn() && !state.equals("declined") ? "withdrawn" : state;
  }

  /**
   * Request of a caseworker.
   *
   * @param placeNow where the person is now, or empty
   */
  public record Draft(
      UUID recipient,
      String service,
      String purpose,
      Instant deadline,
      String request,
      String placeNow) {

    /** A request that does not state where the person is. */
    public Draft(UUID recipient, String service, String purpose, Instant deadline, String request) {
      this(recipient, service, purpose, deadline, request, "");
    }
  }

  /**
   * A message between the two organisations.
   *
   * @param at when it was written
   * @param course delivery status, if this side wrote it
   */
  public record Message(UUID sender, String text, Instant at, Course course) {}
}
