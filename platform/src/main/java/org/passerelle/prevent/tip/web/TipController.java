package org.passerelle.prevent.tip.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.PublicProcess;
import org.passerelle.access.OpenToAll;
import org.passerelle.gate.Network;
import org.passerelle.gate.TipDoor;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.prevent.tip.ReceivingTeams;
import org.passerelle.prevent.tip.TipContent;
import org.passerelle.prevent.tip.TipTeam;
import org.passerelle.prevent.tip.TipTicket;
import org.passerelle.prevent.tip.Tips;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where anybody says that something is wrong or asks for help. A browser with scripts sends the
 * sealed document alone; without them the fields arrive and are sealed here.
 */
@Controller
@OpenToAll
@PublicProcess
class TipController {
  private static final String WHAT = "what";
  private static final String DANGER = "danger-now";
  private static final Set<String> ANSWERS = Set.of("yes", "no", "unknown");
  private final Tips tips;
  private final ReceivingTeams teams;
  private final HelpLines lines;

  TipController(Tips tips, ReceivingTeams teams, HelpLines lines) {
    this.tips = tips;
    this.teams = teams;
    this.lines = lines;
  }

  @GetMapping(TipDoor.PATH)
  String form(Act act) {
    act.form(Map.of("kind", "wrong"));
    return page(tips.ticket(act.language().tag()), act);
  }

  private String page(TipTicket ticket, Act act) {
    List<TipTeam> receiving = teams.all();
    return act.show(
        "prevent/tip/form", new TipPage(lines.in(act.language()), receiving, ticket, act.form()));
  }

  @PostMapping(TipDoor.PATH)
  String send(Act act) {
    Filled form = act.form();
    Optional<TipTicket> known = tips.ticketOf(form.shown("ticket"));
    if (known.isEmpty()) {
      form.errors().add(WHAT, "tips.error.ticket");
      return act.again(() -> page(tips.ticket(act.language().tag()), act));
    }
    TipTicket ticket = known.get();
    try {
      if (!tips.isSent(ticket)) {
        send(ticket, act);
      }
    } catch (Refused refused) {
      form.errors().add(refused.at(WHAT));
    }
    if (!form.errors().isEmpty()) {
      return act.again(() -> page(ticket, act));
    }
    return act.with("words", tips.code(ticket)).show("prevent/tip/sent");
  }

  private void send(TipTicket ticket, Act act) {
    Filled form = act.form();
    UUID team = form.id("team").orElseThrow(() -> new Refused("tips.refused.team"));
    boolean danger = form.neededCode(DANGER, ANSWERS).equals("yes");
    byte[] sealed = act.file("sealed");
    TipContent content = sealed.length > 0 ? null : TipForms.content(act);
    if (!form.errors().isEmpty()) {
      return;
    }
    tips.prove(ticket, form.shown("number"), Network.of(act.request().getRemoteAddr()));
    if (content == null) {
      tips.sendSealed(ticket, team, sealed, danger);
    } else {
      tips.send(ticket, team, content, danger);
    }
  }
}
