package org.passerelle.understand.diagnosis.web;

import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.Users;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Diagnosis;
import org.springframework.stereotype.Component;

/** Gathers what the pages of a diagnosis show. */
@Component
class DiagnosisPages {
  private final Diagnoses diagnoses;
  private final Users users;

  DiagnosisPages(Diagnoses diagnoses, Users users) {
    this.diagnoses = diagnoses;
    this.users = users;
  }

  /** Opens it; the look is logged. */
  DiagnosisPage read(UUID id, SignedIn who) {
    return page(diagnoses.read(id, who), who);
  }

  /** The same for a page that logs what it opens itself. */
  DiagnosisPage find(UUID id, SignedIn who) {
    return page(diagnoses.find(id, who), who);
  }

  private DiagnosisPage page(Diagnosis found, SignedIn who) {
    return new DiagnosisPage(
        found, users.with(who.organisation(), Role.ANALYST), users.names(found.team()));
  }
}
