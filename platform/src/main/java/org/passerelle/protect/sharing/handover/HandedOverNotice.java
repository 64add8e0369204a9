package org.passerelle.protect.sharing.handover;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseNotice;
import org.springframework.stereotype.Component;

/**
 * Notice above a case that was handed over: a person who did not arrive, an arrival that nobody
 * confirmed, a journey that was stopped, or to whom the case was given.
 */
@Component
class HandedOverNotice implements CaseNotice {
  private final CrossBorderHandOvers handOvers;
  private final HandOverNames organisations;
  private final Clock clock;

  HandedOverNotice(CrossBorderHandOvers handOvers, HandOverNames organisations, Clock clock) {
    this.handOvers = handOvers;
    this.organisations = organisations;
    this.clock = clock;
  }

  @Override
  public Optional<Note> of(Case file, SignedIn who, Page page) {
    List<HandOver> all = handOvers.ofCase(file.id(), who);
    Instant now = clock.instant();
    Optional<HandOver> alarming =
        all.stream().filter(h -> h.lost() || h.unconfirmed(now) || h.stopped()).findFirst();
    if (alarming.isPresent()) {
      HandOver one = alarming.get();
      String what = one.lost() ? "missing" : one.unconfirmed(now) ? "unconfirmed" : "stopped";
      return Optional.of(
          new Note(
                  "danger",
                  "alert",
                  page.text("handover." + what),
                  page.text("handover." + what + ".what"),
                  "",
                  "")
              .leading("/protect/handovers/" + one.id(), page.text("home.see")));
    }
    return all.stream()
        .filter(h -> h.sends() && h.accepted() && !h.stands().equals("ended"))
        .findFirst()
        .map(
            h ->
                new Note(
                    "",
                    "handover",
                    page.text("handover.notice", organisations.of(h.other(), page)),
                    page.text("handover.notice.what"),
                    "",
                    ""));
  }
}
