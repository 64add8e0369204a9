package org.passerelle.protect.casework.due.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.casework.due.DueThing;
import org.passerelle.protect.casework.due.Dues;
import org.passerelle.protect.casework.due.FirstDues;
import org.passerelle.protect.casework.urgency.DangerSigns;
import org.springframework.stereotype.Component;

/**
 * Due items of the reader on the Today page; and for a supervisor, in one line, the overdue items
 * of their colleagues.
 */
@Component
class DuesToday implements Today {
  private final Dues dues;
  private final FirstDues first;
  private final DangerSigns signs;

  DuesToday(Dues dues, FirstDues first, DangerSigns signs) {
    this.first = first;
    this.signs = signs;
    this.dues = dues;
  }

  private static List<String> signs(DueThing one, Map<UUID, List<String>> known) {
    UUID caseId = one.caseId();
    return caseId == null ? List.of() : known.getOrDefault(caseId, List.of());
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    List<Item> items = new ArrayList<>();
    // prosecutors follow no case but answer referrals
    if (!who.is(Caseworkers.ROLES.toArray(Role[]::new)) && !who.is(Role.PROSECUTOR)) {
      return items;
    }
    List<FirstDues.Told> mine = mine(who, page);
    Map<UUID, List<String>> known =
        signs.of(
            mine.stream()
                .map(one -> one.thing().caseId())
                .filter(Objects::nonNull)
                .distinct()
                .toList(),
            who,
            page.texts());
    for (FirstDues.Told told : mine) {
      DueThing one = told.thing();
      items.add(
          new Item(
              one.at(),
              one.words(),
              DangerSigns.beside(one.code(), signs(one, known)),
              one.path(),
              page.text(one.action()),
              one.pressing()));
      if (told.more() > 0) {
        items.add(
            Item.more(
                told.more(),
                one.at(),
                told.kind().isEmpty()
                    ? page.text("due.more.other", told.more())
                    : page.text("due.more", told.more(), told.kind()),
                one.late(page.moments().now())
                    ? "/protect/cases?due=late"
                    : "/protect/cases?due=week",
                page.text("home.see")));
      }
    }
    if (who.is(Role.SUPERVISOR)) {
      dues.overdueOfOthers(who)
          .ifPresent(
              late ->
                  items.add(
                      new Item(
                          late.since(),
                          late.things() > Dues.COUNTED
                              ? page.text("due.overdue.many", Dues.COUNTED)
                              : page.text("due.overdue", late.things()),
                          page.text("due.overdue.what"),
                          "/protect/supervision/overdue",
                          page.text("home.see"))));
    }
    return items;
  }

  private List<FirstDues.Told> mine(SignedIn who, Page page) {
    Instant now = page.moments().now();
    Instant midnight = page.moments().midnight();
    Instant week = page.moments().week();
    List<FirstDues.Told> mine = new ArrayList<>(first.of(who, now, midnight, week, page.texts()));
    dues.loose(who, page.texts()).stream()
        .filter(one -> one.onFirstPage() && one.late(week))
        .forEach(one -> mine.add(new FirstDues.Told(one, 0, "")));
    return mine;
  }
}
