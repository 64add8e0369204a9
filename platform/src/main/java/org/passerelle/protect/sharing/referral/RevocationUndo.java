package org.passerelle.protect.sharing.referral;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.sharing.enclosure.SentFiles;
import org.passerelle.undo.Before;
import org.passerelle.undo.Undoable;
import org.springframework.stereotype.Component;

/**
 * Undoes an accidental revocation: the referral is restored if its recipient has not been told; if
 * nothing had been sent, it becomes a draft again, since its messages were deleted.
 */
@Component
class RevocationUndo implements Undoable {
  private final ReferralRows rows;
  private final RecallRecorder recalls;
  private final CaseJournal journal;
  private final SentFiles files;

  RevocationUndo(ReferralRows rows, RecallRecorder recalls, CaseJournal journal, SentFiles files) {
    this.recalls = recalls;
    this.files = files;
    this.rows = rows;
    this.journal = journal;
  }

  @Override
  public String act() {
    return Referrals.REVOKED;
  }

  @Override
  public String about() {
    return "referral";
  }

  @Override
  public Optional<Outbox.Which> leaving(UUID subject, SignedIn who) {
    return Optional.of(new Outbox.Which.OfKind(subject, who.organisation(), Referrals.REVOKED));
  }

  @Override
  public String putBack(UUID subject, Before before, SignedIn who) {
    Referral found = rows.find(subject, who);
    recalls.restore(subject, before.text());
    UUID basis = found.basis();
    if (basis != null && !before.text().equals("draft")) {
      // pieces of enclosures that were on their way after the dossier
      files.putAgain(
          new SentFiles.Way(subject, found.caseId(), who.organisation(), found.recipient(), basis),
          who);
    }
    journal.add(found.caseId(), "referral.restored", found.service(), subject, who);
    return "/protect/referrals/" + subject;
  }
}
