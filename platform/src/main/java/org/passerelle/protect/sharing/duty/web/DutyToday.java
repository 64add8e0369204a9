package org.passerelle.protect.sharing.duty.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.sharing.duty.Duties;
import org.passerelle.protect.sharing.duty.DutyCall;
import org.passerelle.protect.sharing.duty.DutyCallRows;
import org.passerelle.protect.sharing.referral.received.AnsweringRoles;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.springframework.stereotype.Component;

/**
 * Today page: whom to call about unanswered urgent referrals, for everybody who may answer; and for
 * a supervisor, hours at which nobody is on duty.
 */
@Component
class DutyToday implements Today {
  private static final Duration AHEAD = Duration.ofDays(7);
  private final DutyCallRows calls;
  private final Duties duties;

  DutyToday(DutyCallRows calls, Duties duties) {
    this.calls = calls;
    this.duties = duties;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    List<Item> items = new ArrayList<>();
    if (!who.is(AnsweringRoles.ROLES.toArray(Role[]::new))) {
      return items;
    }
    for (DutyCall call : calls.unanswered(who.organisation())) {
      if (!call.handOver() || ReceivedReferrals.contact(who)) {
        items.add(
            new Item(
                call.since(),
                page.text("duty.today.unanswered", page.moments().instant(call.since())),
                page.text("urgency." + call.urgency().code()),
                "/protect/duty/calls/" + call.subject(),
                page.text("duty.today.call")));
      }
    }
    if (who.is(Role.SUPERVISOR)) {
      duties
          .gap(who.organisation(), AHEAD)
          .ifPresent(
              gap ->
                  items.add(
                      new Item(
                          gap,
                          page.text("duty.today.gap", page.moments().instant(gap)),
                          page.text("duty.title"),
                          "/protect/duty",
                          page.text("home.see"))));
    }
    return items;
  }
}
