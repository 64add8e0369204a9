package org.passerelle.understand.diagnosis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with an informant.
 *
 * @param number counted within the diagnosis, from 1
 * @param consentHow one of {@link #CONSENTS}
 * @param withdrawnAt when the informant took the consent back, or null; nothing else is left then
 *     but number and consent
 * @param held what is known of it, or null after a withdrawal
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
  /** How a consent can be given. */
  public static final List<String> CONSENTS = List.of("written", "spoken", "recorded");

  /**
   * How it was held.
   *
   * @param pseudonym of the informant; who it is, only the intermediary or the interviewer knows,
   *     outside the platform
   * @param language in which they spoke
   * @param on the day
   * @param by the colleague who interviewed
   * @param intermediary whether through somebody whom the informant trusts
   */
  public record Held(
      String pseudonym, String language, LocalDate on, UUID site, UUID by, boolean intermediary) {}
}
