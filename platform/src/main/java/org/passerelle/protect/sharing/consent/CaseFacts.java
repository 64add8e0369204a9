package org.passerelle.protect.sharing.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.person.ComparedPerson;
import org.passerelle.protect.person.SealedPersons;
import org.springframework.stereotype.Component;

/**
 * Extracts what an investigation receives from a case on a valid basis: coded facts, and suspects
 * if the basis covers them. Each extraction is a disclosure that the team of the case can see.
 */
@Component
class CaseFacts {
  private final SealedPersons sealedPersons;
  private final Relations relations;
  private final Disclosures disclosures;
  private final CaseJournal journal;

  CaseFacts(
      SealedPersons sealedPersons,
      Relations relations,
      Disclosures disclosures,
      CaseJournal journal) {
    this.sealedPersons = sealedPersons;
    this.relations = relations;
    this.disclosures = disclosures;
    this.journal = journal;
  }

  /** Extracts the facts; the caller has checked that the offer is valid. */
  ForInvestigation.Taken take(
      Case file, ForInvestigation.Offer offer, List<String> fields, UUID use, SignedIn who) {
    disclosures.recordTaken(
        new Disclosures.Draft(
            file.id(),
            who.organisation(),
            offer.basisKind(),
            offer.basis(),
            offer.basisVersion(),
            ForInvestigation.PURPOSE,
            fields,
            offer.onward(),
            use,
            use),
        file.organisation(),
        who);
    journal.addByHouse(file.id(), "case.taken-for-investigation", "", use);
    return new ForInvestigation.Taken(
        file.form(),
        file.country(),
        file.minor(),
        file.person().gender(),
        file.person().nationalities(),
        file.nonPunishment(),
        file.firstContact(),
        offer.suspects() ? suspects(file) : List.of());
  }

  private List<ForInvestigation.Suspect> suspects(Case file) {
    List<ForInvestigation.Suspect> suspects = new ArrayList<>();
    for (Relations.Around around : relations.around(file)) {
      if (around.role().equals("suspect")) {
        @Nullable ComparedPerson person =
            sealedPersons
                .compared(List.of(around.person()), file.organisation())
                .get(around.person());
        if (person != null) {
          suspects.add(
              new ForInvestigation.Suspect(
                  person.identity().names().isEmpty()
                      ? ""
                      : person.identity().names().get(0).text(),
                  person.contact().phone(),
                  around.relation(),
                  around.from(),
                  around.until()));
        }
      }
    }
    return suspects;
  }
}
