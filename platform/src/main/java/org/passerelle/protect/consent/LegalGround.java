package org.passerelle.protect.consent;

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
 * @param instrument identifier of the convention, where that is the kind
 * @param transfer instrument for a transfer from the EU to a third country, or null
 * @param reason article, reference of the court, or why life and limb were at stake
 * @param reviewDue by when a supervisor must look at it; only for vital interests
 * @param upheld what the supervisor found, or null while not reviewed
 * @param review how they answered its questions; null also where none were asked yet
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
  /** Codes of the kinds, in the order in which they are offered. */
  static final List<String> KINDS =
      List.of("law", "court_request", "convention_in_force", "vital_interests");

  public LegalGround {
    categories = Set.copyOf(categories);
  }

  /** What a caseworker records. */
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
