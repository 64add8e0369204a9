package org.passerelle.protect.casework.placement.home;

import java.time.Instant;
import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseNotice;
import org.passerelle.protect.casework.placement.stay.Stay;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.springframework.stereotype.Component;

/** Notice above the case of a missing person. */
@Component
class PlacementNotice implements CaseNotice {
  private final Stays stays;

  PlacementNotice(Stays stays) {
    this.stays = stays;
  }

  @Override
  public Optional<Note> of(Case file, SignedIn who, Page page) {
    for (Stay stay : stays.ofCase(file.id(), who)) {
      Instant since = stay.missingAt();
      if (since != null) {
        return Optional.of(
            new Note(
                    "danger",
                    "alert",
                    page.text("stay.missing.since", page.moments().instant(since)),
                    page.text("stay.missing.what"),
                    "",
                    "")
                .leading("/protect/stays/" + stay.id(), page.text("stay.first")));
      }
    }
    return Optional.empty();
  }
}
