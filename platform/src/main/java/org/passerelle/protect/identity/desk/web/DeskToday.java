package org.passerelle.protect.identity.desk.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.identity.desk.Desk;
import org.passerelle.protect.identity.desk.DeskQuestions;
import org.passerelle.protect.identity.desk.Desks;
import org.passerelle.protect.identity.desk.Entry;
import org.passerelle.protect.identity.desk.OverduePoints;
import org.passerelle.protect.identity.desk.RefusedEntries;
import org.passerelle.protect.identity.desk.ShiftBook;
import org.passerelle.protect.identity.desk.Shifts;
import org.passerelle.protect.identity.elsewhere.Hit;
import org.springframework.stereotype.Component;

/** Today page: proposed desks, points that nobody has taken, and what waits at the user's desk. */
@Component
class DeskToday implements Today {
  /** Time for which the data protection officer is shown a block on writing in the book. */
  private static final Duration TOLD = Duration.ofDays(7);

  private final Desks desks;
  private final ShiftBook book;
  private final Shifts shifts;
  private final DeskQuestions questions;
  private final RefusedEntries refused;
  private final Users users;
  private final Clock clock;

  DeskToday(
      Desks desks,
      ShiftBook book,
      Shifts shifts,
      DeskQuestions questions,
      RefusedEntries refused,
      Users users,
      Clock clock) {
    this.desks = desks;
    this.book = book;
    this.shifts = shifts;
    this.questions = questions;
    this.refused = refused;
    this.users = users;
    this.clock = clock;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    List<Item> items = new ArrayList<>();
    if (who.is(Role.DATA_PROTECTION_OFFICER)) {
      closed(
          refused.since(clock.instant().minus(TOLD), who.organisation()),
          "/protect/reports",
          page,
          items);
    }
    if (!who.is(Caseworkers.ROLES.toArray(Role[]::new))) {
      return items;
    }
    for (Desk desk : desks.of(who)) {
      String at = "/protect/desks/" + desk.id();
      if (desk.asksUs() && Desks.leads(who)) {
        items.add(
            new Item(
                desk.proposedAt().plus(Duration.ofDays(7)),
                page.text("desk.today.proposed"),
                desk.crossing(),
                at,
                page.text("home.answer")));
      }
      if (desk.open() && Desks.leads(who)) {
        closed(
            refused.now(who.organisation()).stream()
                .filter(c -> c.desk().equals(desk.id()))
                .toList(),
            at,
            page,
            items);
      }
      if (desk.open()) {
        points(desk, at, who, page, items);
      }
    }
    return items;
  }

  /** Officers who were blocked after too many refusals, for those responsible. */
  private void closed(List<RefusedEntries.Closed> all, String at, Page page, List<Item> items) {
    Map<UUID, String> names =
        users.names(all.stream().map(RefusedEntries.Closed::officer).toList());
    for (RefusedEntries.Closed one : all) {
      items.add(
          new Item(
              one.at().plus(RefusedEntries.WITHIN),
              page.text("desk.today.closed", names.getOrDefault(one.officer(), "…")),
              page.text("desk.today.closed.what", page.moments().instant(one.at())),
              at,
              page.text("home.review")));
    }
  }

  private void points(Desk desk, String at, SignedIn who, Page page, List<Item> items) {
    boolean leads = Desks.leads(who);
    boolean duty = shifts.onDuty(desk, who);
    if (duty && !leads) {
      // focal points and supervisors see these matches like those of any question
      for (Hit hit : questions.asked(desk, who)) {
        if (hit.open()) {
          items.add(
              new Item(
                  hit.foundAt(),
                  page.text("desk.today.asked"),
                  hit.code(),
                  at + "/asked/" + hit.id(),
                  page.text("home.answer")));
        }
      }
    }
    for (Entry entry : book.of(desk, Duration.ZERO)) {
      Instant since = entry.waitsSince();
      if (entry.waitsForUs() && since != null && (duty || (leads && entry.lateAt() != null))) {
        items.add(
            new Item(
                since.plus(OverduePoints.PATIENCE),
                page.text(entry.lateAt() == null ? "desk.today.point" : "desk.today.late"),
                desk.crossing(),
                at,
                page.text("home.see")));
      }
    }
  }
}
