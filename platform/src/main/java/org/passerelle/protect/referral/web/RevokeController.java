package org.passerelle.protect.referral.web;

import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Act;
import org.passerelle.protect.referral.Referrals;
import org.passerelle.undo.Undo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A request is taken back, and for a moment that, too, can be. */
@Controller
@Caseworkers
class RevokeController {
  private final Referrals referrals;
  private final Undo undo;

  RevokeController(Referrals referrals, Undo undo) {
    this.referrals = referrals;
    this.undo = undo;
  }

  @PostMapping("/protect/referrals/{id}/revoke")
  String revoke(@PathVariable UUID id, Act act) {
    SignedIn who = act.who();
    UUID caseId = referrals.find(id, who).caseId();
    return act.once(
        "/protect/cases/" + caseId + "/referrals",
        () -> {
          String before = referrals.revoke(id, who);
          act.undoable(undo.offer(Referrals.REVOKED, id, before, who), "referral.revoke.now");
        });
  }
}
