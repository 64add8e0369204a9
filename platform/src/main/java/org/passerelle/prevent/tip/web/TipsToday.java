package org.passerelle.prevent.tip.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.prevent.tip.Tip;
import org.passerelle.prevent.tip.Triage;
import org.springframework.stereotype.Component;

/** Today page: tips that have to be read or looked at, somebody in danger above all. */
@Component
class TipsToday implements Today {
  private final Triage triage;

  TipsToday(Triage triage) {
    this.triage = triage;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    return who.is(Role.TRIAGE_OFFICER)
        ? triage.list(who, false).stream()
            .filter(tip -> tip.holder() == null || who.user().equals(tip.holder()))
            .flatMap(tip -> item(tip, page))
            .toList()
        : List.of();
  }

  private static Stream<Item> item(Tip tip, Page page) {
    Instant due = tip.due();
    return due == null
        ? Stream.of()
        : Stream.of(
            new Item(
                due,
                page.text(tip.isUnread() ? "triage.today.read" : "triage.today.look", tip.code()),
                page.text(
                    tip.danger() ? "triage.danger" : "triage.arrived",
                    page.moments().instant(tip.arrived())),
                "/prevent/tips/" + tip.id(),
                page.text("home.open"),
                tip.danger()));
  }
}
