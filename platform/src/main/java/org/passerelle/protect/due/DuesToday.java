package org.passerelle.protect.due;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.springframework.stereotype.Component;

/**
 * What the reader has to do, on the first page; and for a supervisor, in one line, how much has
 * passed that is their colleagues' to do.
 */
@Component
class DuesToday implements Today {
  private static final Duration AHEAD = Duration.ofDays(9);
  private static final int SHOWN = 100;
  private final Dues dues;

  DuesToday(Dues dues) {
    this.dues = dues;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    List<Item> items = new ArrayList<>();
    // a prosecutor follows no case and answers referrals
    if (!who.is(Caseworkers.ROLES.toArray(Role[]::new)) && !who.is(Role.PROSECUTOR)) {
      return items;
    }
    for (DueThing one : dues.mine(who, AHEAD, true, SHOWN, page.texts())) {
      if (one.onFirstPage()) {
        items.add(
            new Item(
                one.at(),
                one.words(),
                one.code(),
                one.path(),
                page.text(one.action()),
                one.pressing()));
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
}
