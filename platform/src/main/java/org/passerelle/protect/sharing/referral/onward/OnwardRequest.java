package org.passerelle.protect.sharing.referral.onward;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to pass what came with a referral on to a third organisation, in identifiers and codes,
 * identical for the one who asks and for the origin.
 *
 * @param id the referral that waits for the answer
 * @param originReferral the referral by which the data came
 * @param fields codes of the fields to be passed on
 * @param basisKind {@code consent} or the kind of a legal basis
 * @param state {@code asked}, {@code given}, {@code refused}; {@code urgent} if it was sent without
 *     waiting and the origin was told
 */
public record OnwardRequest(
    UUID id,
    UUID originReferral,
    UUID asker,
    UUID origin,
    UUID recipient,
    String service,
    String purpose,
    List<String> fields,
    String basisKind,
    String state,
    Instant askedAt,
    @Nullable Instant answeredAt) {
  public OnwardRequest {
    fields = List.copyOf(fields);
  }

  /** Time of the answer, or of the request while it is unanswered. */
  public Instant decidedAt() {
    return answeredAt == null ? askedAt : answeredAt;
  }
}
