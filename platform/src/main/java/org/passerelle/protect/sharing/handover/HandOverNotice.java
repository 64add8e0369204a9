package org.passerelle.protect.sharing.handover;

import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseNotice;
import org.passerelle.protect.sharing.referral.OriginNotes;
import org.springframework.stereotype.Component;

/**
 * Notice above a case received from another country: which country, for what purpose, and the
 * progress of each stage.
 */
@Component
class HandOverNotice implements CaseNotice {
  private final CrossBorderHandOvers handOvers;
  private final OriginNotes notes;

  HandOverNotice(CrossBorderHandOvers handOvers, OriginNotes notes) {
    this.handOvers = handOvers;
    this.notes = notes;
  }

  @Override
  public Optional<Note> of(Case file, SignedIn who, Page page) {
    return handOvers.ofCase(file.id(), who).stream()
        .filter(h -> !h.sends() && h.open())
        .findFirst()
        .map(h -> note(h, page));
  }

  private Note note(HandOver one, Page page) {
    return notes
        .of(
            "handover.came.head",
            one.other(),
            new OriginNotes.Purpose("consent_purposes", one.purpose()),
            one.id(),
            page)
        .leading("/protect/handovers/" + one.id(), page.text("handover.open"));
  }
}
