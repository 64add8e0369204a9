package org.passerelle.protect.sharing.referral.received;

import java.util.List;
import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseNotice;
import org.passerelle.protect.sharing.referral.OriginNotes;
import org.passerelle.protect.sharing.referral.Referrals;
import org.springframework.stereotype.Component;

/**
 * Notice above a case received from another organisation: who asked, for what, and where to answer.
 */
@Component
class ReferralOriginNotice implements CaseNotice {
  private final ReceivedReferrals received;
  private final OriginNotes notes;

  ReferralOriginNotice(ReceivedReferrals received, OriginNotes notes) {
    this.received = received;
    this.notes = notes;
  }

  @Override
  public Optional<Note> of(Case file, SignedIn who, Page page) {
    List<ReceivedReferral> under =
        received.of(file.id(), who).stream()
            .filter(r -> r.state().equals("accepted") && r.withdrawnAt() == null)
            .filter(r -> !r.service().equals(Referrals.HAND_OVER))
            .toList();
    return under.isEmpty()
        ? Optional.empty()
        : Optional.of(note(under.get(under.size() - 1), page));
  }

  private Note note(ReceivedReferral one, Page page) {
    return notes
        .of(
            "referral.came.head",
            one.sender(),
            new OriginNotes.Purpose("services", one.service()),
            one.id(),
            page)
        .leading("/protect/received/" + one.id(), page.text("referral.came.open"));
  }
}
