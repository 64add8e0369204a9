package org.passerelle.protect.safeguards.dataprotection.web;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.safeguards.dataprotection.Breach;
import org.passerelle.protect.safeguards.dataprotection.Breaches;
import org.passerelle.protect.safeguards.dataprotection.PersonRequest;
import org.passerelle.protect.safeguards.dataprotection.PersonRequests;
import org.springframework.stereotype.Component;

/**
 * Today page of the data protection officer: requests due soon, and breaches with a running
 * deadline.
 */
@Component
class DataProtectionToday implements Today {
  /** Number of days before its deadline from which a request is shown. */
  private static final int AHEAD = 7;

  private final PersonRequests requests;
  private final Breaches breaches;

  DataProtectionToday(PersonRequests requests, Breaches breaches) {
    this.requests = requests;
    this.breaches = breaches;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!who.is(Role.DATA_PROTECTION_OFFICER)) {
      return List.of();
    }
    List<Item> items = new ArrayList<>();
    for (Breach one : breaches.open(who)) {
      items.add(
          new Item(
              one.due(),
              page.text(
                  one.awaitsAuthority()
                      ? "dataprotection.today.authority"
                      : "dataprotection.today.persons"),
              page.text("dataprotection.found", page.moments().instant(one.found())),
              "/protect/data-protection/breaches/" + one.id(),
              page.text("dataprotection.today.decide")));
    }
    for (PersonRequest one : requests.due(page.moments().today().plusDays(AHEAD), who)) {
      items.add(
          new Item(
              page.moments().end(one.due()),
              page.text("dataprotection.today.request", page.text(kind(one))),
              one.code().isEmpty()
                  ? page.text("dataprotection.received", page.moments().date(one.received()))
                  : one.code(),
              "/protect/data-protection/requests/" + one.id(),
              page.text("dataprotection.today.answer")));
    }
    return items;
  }

  private static String kind(PersonRequest one) {
    return "dataprotection.request." + one.kind();
  }
}
