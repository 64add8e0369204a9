package org.passerelle.protect.sharing.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Days;

/**
 * A consent or its refusal: purpose, recipient, categories and period, and who gave it in what
 * capacity.
 *
 * @param state {@code given}, {@code refused}, {@code withdrawn}
 * @param version incremented by each change; a disclosure records the version on which it rested
 * @param capacity code of {@code capacities}
 * @param givenBy mandate of the guardian who gave it, alone or with a child
 * @param explainedIn language in which it was explained
 * @param onward whether the recipient may pass data on
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

  /** Whether it is valid at a moment. */
  public boolean holds(Instant now) {
    return state.equals("given") && Days.begun(from, now) && !Days.over(until, now);
  }
}
