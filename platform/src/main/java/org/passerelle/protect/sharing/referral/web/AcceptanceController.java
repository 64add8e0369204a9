package org.passerelle.protect.sharing.referral.web;

import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.protect.sharing.referral.received.Acceptances;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages to reverse an acceptance, with an explanation. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR, Role.PLACEMENT_OFFICER, Role.FOCAL_POINT})
class AcceptanceController {
  private final Acceptances acceptances;
  private final ReceivedPages pages;

  AcceptanceController(Acceptances acceptances, ReceivedPages pages) {
    this.acceptances = acceptances;
    this.pages = pages;
  }

  @GetMapping("/protect/received/{id}/accept/take-back")
  String takingBack(@PathVariable UUID id, Act act) {
    return pages.show("protect/referral/unaccept", id, act);
  }

  @PostMapping("/protect/received/{id}/accept/take-back")
  String takeBack(@PathVariable UUID id, Act act) {
    String why = act.form().neededText("why", Declines.LONGEST);
    return act.refusalsAt("why")
        .submit(
            () -> pages.show("protect/referral/unaccept", id, act),
            () -> {
              acceptances.takeBack(id, why, act.who());
              act.notice("good", "referral.unaccept.now");
              return "/protect/received/" + id;
            });
  }
}
