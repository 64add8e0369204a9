package org.passerelle.understand.diagnosis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.refusal.Refused;

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

  /** Age bands of informants; the first two are children. */
  public static final List<String> AGES = List.of("under-15", "15-17", "18-24", "25-plus");

  /** Who consented for a child: the guardian, or the authority that acts as one. */
  public static final List<String> GUARDIANS = List.of("guardian", "authority");

  /**
   * Details of the interview.
   *
   * @param pseudonym pseudonym of the informant, whose identity only the intermediary or the
   *     interviewer knows, outside the platform
   * @param language language of the interview
   * @param on date
   * @param by the interviewer
   * @param intermediary whether it was arranged through somebody whom the informant trusts
   * @param age one of {@link #AGES}; empty where it was never asked
   * @param guardian one of {@link #GUARDIANS} for a child, otherwise empty
   */
  public record Held(
      String pseudonym,
      String language,
      LocalDate on,
      UUID site,
      UUID by,
      boolean intermediary,
      String age,
      String guardian) {

    /** An interview of which no age was asked, as in those from before. */
    public Held(
        String pseudonym, String language, LocalDate on, UUID site, UUID by, boolean intermediary) {
      this(pseudonym, language, on, site, by, intermediary, "", "");
    }

    /** Refuses an interview with a child for whom nobody consented. */
    void needsGuardian() {
      boolean child = age.equals(AGES.get(0)) || age.equals(AGES.get(1));
      if (child && guardian.isEmpty()) {
        throw new Refused("interview.guardian.needed").at("guardian");
      }
    }
  }
}
