package org.passerelle.protect.sharing.handover;

import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseNotice;
import org.passerelle.protect.sharing.referral.CommonReference;
import org.springframework.stereotype.Component;

/**
 * Notice above a case received from another country: which country, for what purpose, and the
 * progress of each stage.
 */
@Component
class HandOverNotice implements CaseNotice {
  private final CrossBorderHandOvers handOvers;
  private final Addressees organisations;
  private final FormDefinitions definitions;

  HandOverNotice(
      CrossBorderHandOvers handOvers, Addressees organisations, FormDefinitions definitions) {
    this.handOvers = handOvers;
    this.organisations = organisations;
    this.definitions = definitions;
  }

  @Override
  public Optional<Note> of(Case file, SignedIn who, Page page) {
    return handOvers.ofCase(file.id(), who).stream()
        .filter(h -> !h.sends() && h.open())
        .findFirst()
        .map(h -> note(h, page));
  }

  private Note note(HandOver one, Page page) {
    return new Note(
            "",
            "handover",
            page.text(
                "crossborder.came.head",
                organisations.name(one.other(), page.language()),
                definitions.lists().label("consent_purposes", one.purpose(), page.language())),
            page.text("referral.came.what", CommonReference.of(one.id())),
            "",
            "")
        .leading("/protect/handovers/" + one.id(), page.text("crossborder.open"));
  }
}
