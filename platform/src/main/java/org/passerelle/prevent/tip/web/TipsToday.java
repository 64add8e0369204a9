package org.passerelle.prevent.tip.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.prevent.tip.SecondTeams;
import org.passerelle.prevent.tip.Tip;
import org.passerelle.prevent.tip.Triage;
import org.springframework.stereotype.Component;

/**
 * Today page: tips that have to be read or looked at, somebody in danger above all, and those that
 * the team was asked to read as the second. What appears here anew, users are told of by the means
 * they chose, without content; so each addition has an address of its own.
 */
@Component
class TipsToday implements Today {
  private final Triage triage;
  private final SecondTeams seconds;

  TipsToday(Triage triage, SecondTeams seconds) {
    this.triage = triage;
    this.seconds = seconds;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!who.is(Role.TRIAGE_OFFICER)) {
      return List.of();
    }
    Map<UUID, Instant> asked = seconds.asked(who);
    return triage.list(who, false).stream()
        .flatMap(
            tip ->
                tip.organisation().equals(who.organisation())
                    ? own(tip, who, page)
                    : second(tip, asked.get(tip.id()), page))
        .toList();
  }

  private static Stream<Item> own(Tip tip, SignedIn who, Page page) {
    Instant due = tip.due();
    boolean mine = tip.holder() == null || who.user().equals(tip.holder());
    return due == null || !mine ? Stream.of() : Stream.of(item(tip, due, page));
  }

  private static Item item(Tip tip, Instant due, Page page) {
    if (tip.isUnread()) {
      return item(tip, due, "triage.today.read", "", page);
    }
    return tip.added() == null
        ? item(tip, due, "triage.today.look", "", page)
        : item(tip, due, "triage.today.added", "#part-" + tip.added(), page);
  }

  private static Stream<Item> second(Tip tip, @Nullable Instant asked, Page page) {
    return asked == null
        ? Stream.of()
        : Stream.of(
            item(tip, asked.plus(Tip.within(tip.danger())), "triage.today.second", "", page));
  }

  private static Item item(Tip tip, Instant due, String title, String at, Page page) {
    return new Item(
        due,
        page.text(title, tip.code()),
        page.text(
            tip.danger() ? "triage.danger" : "triage.arrived",
            page.moments().instant(tip.arrived())),
        "/prevent/tips/" + tip.id() + at,
        page.text("home.open"),
        tip.danger());
  }
}
