package org.passerelle.prevent.tip.web;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import org.passerelle.PublicProcess;
import org.passerelle.access.OpenToAll;
import org.passerelle.gate.Network;
import org.passerelle.gate.TipDoor;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.prevent.tip.TipTicket;
import org.passerelle.prevent.tip.TipVisit;
import org.passerelle.prevent.tip.Tips;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where the writer of a tip comes back with the code, reads answers and adds something. */
@Controller
@OpenToAll
@PublicProcess
class TipReturnController {
  private static final String DOOR = "/tips/return";
  private static final String INSIDE = DOOR + "/inside";

  /** In the address, since a script that sends follows the answer and then opens it again. */
  private static final String SENT = "sent";

  private static final String VISIT = "passerelle.tip";
  private static final String CODE = "return-code";
  private static final int LONGEST = 300;
  private final Tips tips;

  TipReturnController(Tips tips) {
    this.tips = tips;
  }

  @GetMapping(DOOR)
  String door(Act act) {
    act.form(Map.of());
    return act.show("prevent/tip/door");
  }

  @PostMapping(DOOR)
  String enter(Act act) {
    Filled form = act.form();
    String typed = form.neededText(CODE, LONGEST);
    if (form.errors().isEmpty()) {
      try {
        TipVisit visit = tips.enter(typed, Network.of(act.request().getRemoteAddr()));
        act.request().getSession(true);
        // a session identifier from before must not be valid inside
        act.request().changeSessionId();
        act.request().getSession().setAttribute(VISIT, visit);
        return "redirect:" + INSIDE;
      } catch (Refused refused) {
        form.errors().add(refused);
      }
    }
    return act.again(() -> act.show("prevent/tip/door"));
  }

  @GetMapping(INSIDE)
  String inside(Act act) {
    boolean sent = !act.asked().shown(SENT).isEmpty();
    act.form(Map.of());
    return page(tips.ticket(act.language().tag()), sent, act);
  }

  private String page(TipTicket ticket, boolean sent, Act act) {
    Optional<Tips.Conversation> conversation = visit(act).flatMap(tips::read);
    if (conversation.isEmpty()) {
      return "redirect:" + DOOR;
    }
    return act.with("ticket", ticket)
        .with(SENT, sent)
        .show("prevent/tip/inside", conversation.get());
  }

  @PostMapping(TipDoor.ADD)
  String add(Act act) {
    Optional<TipVisit> visit = visit(act).filter(one -> tips.read(one).isPresent());
    if (visit.isEmpty()) {
      return "redirect:" + DOOR;
    }
    Filled form = act.form();
    Optional<TipTicket> known = tips.ticketOf(form.shown("ticket"));
    byte[] sealed = act.file("sealed");
    try {
      TipTicket ticket = known.orElseThrow(() -> new Refused("tips.error.ticket"));
      if (sealed.length > 0) {
        tips.addSealed(visit.get(), ticket, sealed);
      } else {
        var content = TipForms.more(act);
        if (form.errors().isEmpty()) {
          tips.add(visit.get(), ticket, content);
        }
      }
    } catch (Refused refused) {
      form.errors().add(refused.at("what"));
    }
    return form.errors().isEmpty()
        ? "redirect:" + INSIDE + "?" + SENT + "=yes"
        : act.again(
            () -> page(known.orElseGet(() -> tips.ticket(act.language().tag())), false, act));
  }

  @PostMapping(DOOR + "/leave")
  String leave(Act act) {
    HttpSession session = act.request().getSession(false);
    if (session != null) {
      session.removeAttribute(VISIT);
    }
    return "redirect:" + TipDoor.PATH;
  }

  private static Optional<TipVisit> visit(Act act) {
    HttpSession session = act.request().getSession(false);
    return session != null && session.getAttribute(VISIT) instanceof TipVisit visit
        ? Optional.of(visit)
        : Optional.empty();
  }
}
