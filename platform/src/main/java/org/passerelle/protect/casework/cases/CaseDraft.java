package org.passerelle.protect.casework.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Data of a case as entered, apart from the person. */
public record CaseDraft(
    String country,
    @Nullable String form,
    LocalDate firstContact,
    String howCame,
    @Nullable UUID referredBy,
    String safeToContact,
    String asylum,
    boolean nonPunishment,
    @Nullable UUID screening,
    List<String> vulnerabilities,
    CaseDetails details) {
  public CaseDraft {
    vulnerabilities = List.copyOf(vulnerabilities);
  }
}
