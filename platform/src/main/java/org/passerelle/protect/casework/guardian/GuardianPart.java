package org.passerelle.protect.casework.guardian;

import java.util.List;
import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseNotice;
import org.passerelle.protect.casework.cases.CasePart;
import org.passerelle.protect.casework.cases.CaseSide;
import org.passerelle.storage.Holdings;
import org.passerelle.storage.Moved;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Shows guardians as a part of a case, and a notice if one has become a suspect. */
@Configuration
class GuardianPart {
  @Bean
  CasePart partOfGuardians(Mandates mandates) {
    return new CasePart(CaseSide.CARE, 8, "guardian.part", "guardians", mandates::count);
  }

  /** Notice that a guardian has become a suspect. */
  @Component
  static class SuspectedNotice implements CaseNotice {
    private final Mandates mandates;

    SuspectedNotice(Mandates mandates) {
      this.mandates = mandates;
    }

    @Override
    public Optional<Note> of(Case file, SignedIn who, Page page) {
      return mandates.of(file).stream().anyMatch(m -> m.open() && m.suspendedAt() != null)
          ? Optional.of(
              new Note(
                  "danger",
                  "alert",
                  page.text("guardian.suspected.head"),
                  page.text("guardian.suspected.notice"),
                  "",
                  ""))
          : Optional.empty();
    }
  }

  /** Mandates are deleted with the case by foreign keys. */
  @Component
  static class GuardianHoldings implements Holdings {
    @Override
    public List<Table> tables() {
      return List.of(
          Table.erased("guardian_mandate", "who acted for the person, and on whose mandate"),
          Table.erased("guardian_event", "what was found out about them"));
    }

    @Override
    public void move(Moved moved) {
      moved.rows(
          "update guardian_mandate set organisation = :to where case_id = any(cast(:ids as uuid array))",
          moved.whole().cases());
    }
  }
}
