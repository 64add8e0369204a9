package org.passerelle.protect.sharing.consent;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Data of a consent or a refusal to be recorded. */
public record ConsentDraft(
    boolean given,
    String purpose,
    UUID recipient,
    Set<String> categories,
    String capacity,
    @Nullable UUID givenBy,
    String explainedIn,
    boolean onward,
    @Nullable String transfer,
    LocalDate from,
    LocalDate until,
    String note) {
  public ConsentDraft {
    categories = Set.copyOf(categories);
  }
}
