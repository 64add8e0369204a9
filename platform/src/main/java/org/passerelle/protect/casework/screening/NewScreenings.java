package org.passerelle.protect.casework.screening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.FormDefinition;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Subject;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.stereotype.Component;

/** Starts screenings, each with a key, a draft of answers encrypted under it, and a short code. */
@Component
class NewScreenings {
  private final ScreeningRows rows;
  private final Submissions submissions;
  private final Vault vault;
  private final Identifiers identifiers;

  NewScreenings(ScreeningRows rows, Submissions submissions, Vault vault, Identifiers identifiers) {
    this.rows = rows;
    this.submissions = submissions;
    this.vault = vault;
    this.identifiers = identifiers;
  }

  /**
   * Starts a screening.
   *
   * @param former earlier screening of the same person, or null
   */
  UUID begin(
      SignedIn who, FormDefinition form, Answers known, @Nullable Screening former, Instant at) {
    UUID id = identifiers.next();
    vault.createKey(id, who.organisation());
    UUID submission = submissions.start(who, subject(id, who.organisation()), form, known, at);
    rows.insert(
        new Screening(
            id,
            identifiers.shortCode(),
            who.organisation(),
            who.user(),
            submission,
            form.form(),
            form.version(),
            former == null ? id : former.first(),
            former == null ? null : former.id(),
            null,
            at,
            at,
            null,
            null,
            null,
            false));
    return id;
  }

  private static Subject subject(UUID screening, UUID organisation) {
    return new Subject("screening", screening, screening, organisation);
  }
}
