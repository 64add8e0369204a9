package org.passerelle.protect.casework.supervision.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.casework.cases.team.ReassignmentNotes;
import org.passerelle.protect.casework.supervision.EmergencyAccess;
import org.springframework.stereotype.Component;

/** Today page: emergency accesses for the supervisor, and cases handed to a new lead. */
@Component
class SupervisionToday implements Today {
  private final EmergencyAccess emergencies;
  private final ReassignmentNotes handOvers;
  private final Users users;

  SupervisionToday(EmergencyAccess emergencies, ReassignmentNotes handOvers, Users users) {
    this.emergencies = emergencies;
    this.handOvers = handOvers;
    this.users = users;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    List<Item> items = new ArrayList<>();
    if (!who.is(Role.SUPERVISOR, Role.CASE_MANAGER)) {
      return items;
    }
    List<EmergencyAccess.Look> looks = emergencies.toReview(who);
    List<ReassignmentNotes.HandOver> given = handOvers.unread(who);
    Map<UUID, String> names =
        users.names(
            Stream.concat(
                    looks.stream().map(EmergencyAccess.Look::user),
                    given.stream().map(ReassignmentNotes.HandOver::by))
                .toList());
    for (EmergencyAccess.Look look : looks) {
      items.add(
          new Item(
              today(look.reviewDue(), page),
              page.text("emergency.today", names.getOrDefault(look.user(), "…")),
              page.text(
                  look.runs(page.moments().now()) ? "emergency.today.runs" : "emergency.today.over",
                  look.code(),
                  page.moments().instant(look.began())),
              "/protect/supervision/emergencies",
              page.text("home.review")));
    }
    for (ReassignmentNotes.HandOver one : given) {
      items.add(
          new Item(
              one.at().plus(Duration.ofDays(1)),
              page.text("reassignment.today", names.getOrDefault(one.by(), "…")),
              one.code(),
              "/protect/cases/" + one.caseId(),
              page.text("home.open")));
    }
    return items;
  }

  /** Always listed as due today until reviewed, whatever the deadline. */
  private static Instant today(Instant due, Page page) {
    Instant tonight = page.moments().end(page.moments().today());
    return due.isBefore(tonight) ? due : tonight;
  }
}
