package org.passerelle.protect.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sender's view of a referral: a request for a service; the case stays with the sender.
 *
 * @param state {@code draft}, {@code queued}, {@code sent}, {@code accepted}, {@code declined},
 *     {@code revoked}, {@code done}, {@code stopped}
 * @param answer reason code of a declined or stopped one, or null
 * @param fields codes of what is given
 * @param answers ids of questions of a screening of which the answers are given
 * @param basis consent or legal basis, or null while a draft
 * @param correctedAt when its recipient was last told that fields read otherwise, or null
 * @param placeNow where the person is while it is asked for, or empty
 * @param correctionTakenAt when the recipient said since that its own file is right
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
    String placeNow) {
  public Referral {
    fields = List.copyOf(fields);
    answers = List.copyOf(answers);
  }

  /** The same with fields and a basis that are proposed and not kept. */
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
        placeNow);
  }

  /** Whether an answer is still awaited. */
  public boolean awaited() {
    return state.equals("queued") || state.equals("sent");
  }

  /**
   * What a caseworker asks for.
   *
   * @param placeNow where the person is while it is asked for, or empty
   */
  public record Draft(
      UUID recipient,
      String service,
      String purpose,
      Instant deadline,
      String request,
      String placeNow) {

    /** The same without a word of where the person is. */
    public Draft(UUID recipient, String service, String purpose, Instant deadline, String request) {
      this(recipient, service, purpose, deadline, request, "");
    }
  }

  /**
   * A message between the two organisations.
   *
   * @param at when it was written
   * @param course how far it came, if this side wrote it
   */
  public record Message(UUID sender, String text, Instant at, Course course) {}
}
