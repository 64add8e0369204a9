package org.passerelle.protect.casework.casefile;

import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.Episodes;
import org.passerelle.protect.casework.cases.decisions.Decisions;
import org.passerelle.protect.casework.cases.tasks.CaseTasks;
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
    List<SheetSource> others,
    SheetWords words) {
  SheetParts {
    others = List.copyOf(others);
  }

  SheetWriting of(Case file, CaseSheets.Setting setting, SignedIn who) {
    return new SheetWriting(this, file, setting, who);
  }

  /** The source of a section that another package knows. */
  SheetSource other(String part) {
    return others.stream().filter(one -> one.part().equals(part)).findFirst().orElseThrow();
  }
}
