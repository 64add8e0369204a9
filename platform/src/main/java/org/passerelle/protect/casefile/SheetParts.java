package org.passerelle.protect.casefile;

import org.passerelle.access.SignedIn;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.protect.cases.CaseTasks;
import org.passerelle.protect.cases.Decisions;
import org.passerelle.protect.cases.Episodes;
import org.passerelle.protect.consent.Consents;
import org.passerelle.protect.consent.Disclosures;
import org.passerelle.protect.consent.signature.Signatures;
import org.passerelle.protect.person.Persons;
import org.springframework.stereotype.Component;

/** Sources of the sections of a document. */
@Component
record SheetParts(
    Persons persons,
    Episodes episodes,
    Decisions decisions,
    CaseTasks caseTasks,
    CaseJournal journal,
    Consents consents,
    Signatures signatures,
    Disclosures disclosures,
    SheetWords words) {
  SheetWriting of(Case file, CaseSheets.Setting setting, SignedIn who) {
    return new SheetWriting(this, file, setting, who);
  }
}
