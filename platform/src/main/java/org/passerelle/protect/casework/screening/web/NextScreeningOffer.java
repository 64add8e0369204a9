package org.passerelle.protect.casework.screening.web;

import java.util.List;
import java.util.Optional;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.StartPage;
import org.passerelle.protect.casework.screening.Screenings;
import org.springframework.stereotype.Component;

/** For users who screen and follow no case, the Today page offers the next screening. */
@Component
class NextScreeningOffer implements StartPage {
  private static final int RECENT = 25;
  private static final int SHOWN = 3;
  private final Screenings screenings;

  NextScreeningOffer(Screenings screenings) {
    this.screenings = screenings;
  }

  @Override
  public Optional<Start> start(SignedIn who, Page page) {
    if (!who.is(Role.FIRST_RESPONDER) || who.is(Role.CASE_MANAGER) || who.is(Role.SUPERVISOR)) {
      return Optional.empty();
    }
    return Optional.of(
        new Start(
            page.text("screening.ahead.title"),
            page.text("screening.ahead.lede"),
            "/protect/screenings",
            "form",
            FormFacts.FIRST,
            page.text("screening.begin"),
            List.of(
                new Way("/phone", page.text("screening.ahead.phone"), ""),
                new Way("/call", page.text("screening.ahead.call"), ""),
                new Way("/protect/screenings/new", page.text("screening.others"), ""),
                new Way("/protect/screenings", page.text("screening.ahead.mine"), "")),
            screenings.list(who, true, 0, RECENT).stream()
                .filter(one -> !one.isFinished())
                .limit(SHOWN)
                .map(
                    one ->
                        new Way(
                            "/protect/screenings/" + one.id(),
                            page.text("screening.ahead.open", one.code()),
                            page.moments().instant(one.startedAt())))
                .toList()));
  }
}
