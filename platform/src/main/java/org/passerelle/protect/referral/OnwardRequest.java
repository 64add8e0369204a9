package org.passerelle.protect.referral;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wish to pass on to a third organisation what came with a referral: identifiers and codes, the
 * same for whoever asks and for the origin.
 *
 * @param id the referral that waits for it
 * @param originReferral the referral by which it came
 * @param fields codes of what is to be given
 * @param basisKind {@code consent} or the kind of a legal basis
 * @param state {@code asked}, {@code given}, {@code refused}; {@code urgent} where it did not wait
 *     and the origin was told
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

  /** When the latest was said about it: the answer, or as long as there is none the question. */
  public Instant decidedAt() {
    return answeredAt == null ? askedAt : answeredAt;
  }
}
