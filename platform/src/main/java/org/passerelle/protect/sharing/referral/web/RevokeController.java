package org.passerelle.protect.sharing.referral.web;

import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.pages.Act;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.undo.Undo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages to revoke a request, which can be undone for a moment. */
@Controller
@Caseworkers
class RevokeController {
  private final Referrals referrals;
  private final Addressees organisations;
  private final Undo undo;

  RevokeController(Referrals referrals, Addressees organisations, Undo undo) {
    this.organisations = organisations;
    this.referrals = referrals;
    this.undo = undo;
  }

  /** Asks for confirmation, since an accepted referral must not be revoked by a single tap. */
  @GetMapping("/protect/referrals/{id}/revoke")
  String revoking(@PathVariable UUID id, Act act) {
    Referral found = referrals.find(id, act.who());
    act.form();
    act.with("referral", found);
    act.with("to", organisations.name(found.recipient(), act.language()));
    return act.show("protect/referral/revoke");
  }

  @PostMapping("/protect/referrals/{id}/revoke")
  String revoke(@PathVariable UUID id, Act act) {
    SignedIn who = act.who();
    Referral found = referrals.find(id, who);
    boolean accepted = found.state().equals("accepted");
    String why = accepted ? act.form().neededText("why", Declines.LONGEST) : "";
    return act.submit(
        () -> revoking(id, act),
        "/protect/cases/" + found.caseId() + "/referrals",
        () -> {
          String before = accepted ? referrals.revoke(id, why, who) : referrals.revoke(id, who);
          act.undoable(undo.offer(Referrals.REVOKED, id, before, who), "referral.revoke.now");
        });
  }
}
