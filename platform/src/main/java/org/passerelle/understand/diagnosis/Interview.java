package org.passerelle.understand.diagnosis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An interview with an informant.
 *
 * @param number number within the diagnosis, from 1
 * @param consentHow one of {@link #CONSENTS}
 * @param withdrawnAt when the informant withdrew consent, or null; after that only number and
 *     consent remain
 * @param held details, or null after a withdrawal
 * @param transcribed whether there is a transcript
 */
public record Interview(
    UUID id,
    UUID diagnosis,
    int number,
    String consentHow,
    LocalDate consentOn,
    @Nullable Instant withdrawnAt,
    @Nullable Held held,
    boolean transcribed) {
  /** Forms of consent. */
  public static final List<String> CONSENTS = List.of("written", "spoken", "recorded");

  /**
   * Details of the interview.
   *
   * @param pseudonym pseudonym of the informant, whose identity only the intermediary or the
   *     interviewer knows, outside the platform
   * @param language language of the interview
   * @param on date
   * @param by the interviewer
   * @param intermediary whether it was arranged through somebody whom the informant trusts
   */
  public record Held(
      String pseudonym, String language, LocalDate on, UUID site, UUID by, boolean intermediary) {}
}
