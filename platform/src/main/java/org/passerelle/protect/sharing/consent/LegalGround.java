package org.passerelle.protect.sharing.consent;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A legal basis recorded for one case, recipient and purpose, where there is no consent.
 *
 * @param kind {@code law}, {@code court_request}, {@code convention_in_force}, {@code
 *     vital_interests}
 * @param instrument identifier of the convention, if that is the kind
 * @param transfer instrument for a transfer from the EU to a third country, or null
 * @param reason article of law, court reference, or why life and limb were at stake
 * @param reviewDue deadline for the supervisor's review; only for vital interests
 * @param upheld finding of the supervisor, or null while not reviewed
 * @param review answers to the review questions; null also for older reviews without questions
 */
public record LegalGround(
    UUID id,
    UUID caseId,
    String kind,
    String purpose,
    UUID recipient,
    @Nullable String instrument,
    @Nullable String transfer,
    String reason,
    int version,
    Set<String> categories,
    Instant at,
    UUID by,
    @Nullable Instant reviewDue,
    @Nullable Boolean upheld,
    @Nullable VitalReview review) {
  /** Codes of the kinds, in the order of the form. */
  static final List<String> KINDS =
      List.of("law", "court_request", "convention_in_force", "vital_interests");

  public LegalGround {
    categories = Set.copyOf(categories);
  }

  /** Data of a legal basis to be recorded. */
  public record Draft(
      String kind,
      String purpose,
      UUID recipient,
      @Nullable String instrument,
      @Nullable String transfer,
      String reason,
      Set<String> categories) {
    public Draft {
      categories = Set.copyOf(categories);
    }
  }
}
