package org.passerelle.protect.sharing.letterbox.web;

import jakarta.servlet.http.HttpSession;
import org.passerelle.access.OpenToAll;
import org.passerelle.gate.Guests;
import org.passerelle.language.Moments;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.GuestForms;
import org.passerelle.protect.sharing.letterbox.Guest;
import org.passerelle.protect.sharing.letterbox.Visits;
import org.passerelle.refusal.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Keeps a guest's half-typed forms during the visit, and ends a visit. */
@Controller
@OpenToAll
class GuestDraftController {
  private final Visits visits;
  private final GuestForms forms;

  GuestDraftController(Visits visits, GuestForms forms) {
    this.visits = visits;
    this.forms = forms;
  }

  /** Counterpart of {@code /kept} for users: returns the time of saving. */
  @PostMapping(value = "/letterbox/acts/kept", produces = "text/plain;charset=UTF-8")
  @ResponseBody
  ResponseEntity<String> keep(Act act) {
    inside(act);
    forms.keep(act.request(), act.form().shown("_action"), act.form());
    Moments moments = act.page().moments();
    return ResponseEntity.ok(moments.time(moments.now()));
  }

  @PostMapping("/letterbox/acts/discarded")
  String discard(Act act) {
    inside(act);
    Filled form = act.form();
    forms.forget(act.request(), form.shown("_action"));
    return "redirect:/letterbox";
  }

  @GetMapping("/letterbox/out")
  String out(Act act) {
    return end("out", act);
  }

  @GetMapping("/letterbox/confirmed")
  String confirmed(Act act) {
    return end("confirmed", act);
  }

  private static String end(String how, Act act) {
    act.with("how", how);
    return act.show("protect/letterbox/end");
  }

  private void inside(Act act) {
    HttpSession session = act.request().getSession(false);
    if (session == null
        || !(session.getAttribute(Guests.KEY) instanceof Guest guest)
        || visits.of(guest).isEmpty()) {
      throw new NotFound();
    }
  }
}
