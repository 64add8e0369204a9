package org.passerelle.protect.casework.screening;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.Submission;
import org.passerelle.forms.answers.Submissions;
import org.passerelle.forms.answers.Submitted;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Stores results, computed when a screening is finished and encrypted under its key. */
@Component
class ScreeningResults {
  private static final String PLACE = "screening.result";
  private static final JsonMapper JSON = new JsonMapper();

  private final ScreeningRows rows;
  private final Submissions submissions;
  private final Vault vault;
  private final CaseJournal journal;

  ScreeningResults(ScreeningRows rows, Submissions submissions, Vault vault, CaseJournal journal) {
    this.journal = journal;
    this.rows = rows;
    this.submissions = submissions;
    this.vault = vault;
  }

  void close(Screening screening, Submitted handedIn, Instant at, SignedIn who) {
    ScreeningResult result = ScreeningResult.of(handedIn.definition(), handedIn.answers());
    rows.finish(
        screening.id(),
        result,
        vault.seal(screening.id(), PLACE, JSON.writeValueAsString(result)),
        at);
    UUID caseId = screening.caseId();
    if (caseId != null) {
      journal.add(caseId, "screening.joined", "", screening.id(), who);
    }
  }

  FinishedScreening finished(Screening screening, SignedIn who) {
    if (!screening.isFinished()) {
      throw new NotFound();
    }
    ScreeningResult result =
        JSON.readValue(
            vault.open(screening.id(), PLACE, rows.result(screening.id())), ScreeningResult.class);
    Submission handedIn = submissions.read(who, screening.submission());
    return new FinishedScreening(screening, handedIn.definition(), handedIn.answers(), result);
  }
}
