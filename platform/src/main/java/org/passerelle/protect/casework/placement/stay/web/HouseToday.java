package org.passerelle.protect.casework.placement.stay.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.casework.placement.stay.HouseStays;
import org.springframework.stereotype.Component;

/** Today page of house staff: missing residents and expected arrivals. */
@Component
class HouseToday implements Today {
  private final HouseStays stays;
  private final Clock clock;

  HouseToday(HouseStays stays, Clock clock) {
    this.stays = stays;
    this.clock = clock;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    List<Item> items = new ArrayList<>();
    for (HouseStays.Resident one : stays.here(who)) {
      Instant missing = one.missingAt();
      Instant due = one.dueAt();
      if (missing != null) {
        items.add(item(one, missing, "stay.house.today.missing", page));
      } else if (due != null && !one.state().equals("there")) {
        items.add(item(one, due, "stay.due." + one.state(), page));
      }
    }
    return items;
  }

  private Item item(HouseStays.Resident one, Instant at, String key, Page page) {
    return new Item(
        at,
        page.text(key),
        one.place(),
        "/protect/residents/" + one.id(),
        page.text("home.see"),
        one.missingAt() != null || one.late(clock.instant()));
  }
}
