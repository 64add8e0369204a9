package org.passerelle.protect.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody agreed to, or refused: purpose × recipient × category × period, and who gave it in
 * what capacity.
 *
 * @param state {@code given}, {@code refused}, {@code withdrawn}
 * @param version grows with each change; a disclosure keeps the version it rested on
 * @param capacity code of {@code capacities}
 * @param givenBy the mandate of the guardian who gave it, or gave it with a child
 * @param explainedIn language in which it was explained
 * @param onward whether the recipient may pass it on
 * @param transfer instrument for a transfer from the EU to a third country, or null
 */
public record Consent(
    UUID id,
    UUID caseId,
    String purpose,
    UUID recipient,
    String state,
    int version,
    String capacity,
    @Nullable UUID givenBy,
    String explainedIn,
    boolean onward,
    @Nullable String transfer,
    LocalDate from,
    LocalDate until,
    String note,
    Set<String> categories,
    Instant at,
    @Nullable Instant withdrawnAt) {
  public Consent {
    categories = Set.copyOf(categories);
  }

  /** Whether it holds on a day. */
  public boolean holds(LocalDate on) {
    return state.equals("given") && !on.isBefore(from) && !on.isAfter(until);
  }
}
