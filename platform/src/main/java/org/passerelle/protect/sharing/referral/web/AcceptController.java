package org.passerelle.protect.sharing.referral.web;

import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.protect.sharing.referral.received.JoinedCases;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages to accept a received referral, in a new case or an existing one. */
@Controller
@Allowed({Role.CASE_MANAGER, Role.SUPERVISOR, Role.PLACEMENT_OFFICER, Role.FOCAL_POINT})
class AcceptController {
  private final ReceivedReferrals received;
  private final JoinedCases joined;

  AcceptController(ReceivedReferrals received, JoinedCases joined) {
    this.received = received;
    this.joined = joined;
  }

  @PostMapping("/protect/received/{id}/accept")
  String accept(@PathVariable UUID id, Act act) {
    Optional<UUID> known = act.form().id("case");
    return act.once(
        () -> {
          if (known.isEmpty()) {
            return "/protect/cases/" + received.accept(id, act.who());
          }
          joined.accept(id, known.get(), act.who());
          act.notice("good", "referral.joined");
          return "/protect/cases/" + known.get();
        });
  }
}
