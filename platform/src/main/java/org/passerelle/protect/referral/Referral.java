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
 * @param basis consent or legal basis, or null while a draft
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
    @Nullable UUID basis,
    @Nullable String answer,
    Instant at,
    UUID by,
    @Nullable Instant sentAt,
    @Nullable Instant answeredAt,
    @Nullable Instant withdrawalAcknowledgedAt) {
  public Referral {
    fields = List.copyOf(fields);
  }

  /** Whether an answer is still awaited. */
  public boolean awaited() {
    return state.equals("queued") || state.equals("sent");
  }

  /** What a caseworker asks for. */
  public record Draft(
      UUID recipient, String service, String purpose, Instant deadline, String request) {}

  /** A message between the two organisations. */
  public record Message(UUID sender, String text, Instant at) {}
}
