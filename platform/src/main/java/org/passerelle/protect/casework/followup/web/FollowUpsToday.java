package org.passerelle.protect.casework.followup.web;

import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.casework.followup.FollowUps;
import org.passerelle.protect.casework.followup.FollowUpsDue;
import org.springframework.stereotype.Component;

/**
 * Today page of supervisors: follow-ups that were not made or failed. Due ones and danger are
 * reported by {@link FollowUpsDue}.
 */
@Component
class FollowUpsToday implements Today {
  private final FollowUps followUps;

  FollowUpsToday(FollowUps followUps) {
    this.followUps = followUps;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!who.is(Role.SUPERVISOR)) {
      return List.of();
    }
    return followUps.escalating(page.moments().today(), who).stream()
        .filter(one -> one.planned() && !one.assigned().equals(who.user()))
        .map(
            one ->
                new Item(
                    page.moments().end(one.due()),
                    page.text("followup.today." + one.way(), one.attempts()),
                    one.code(),
                    "/protect/cases/" + one.caseId() + "/follow-ups/" + one.id(),
                    page.text("home.open")))
        .toList();
  }
}
